package org.ninelives.check.http.core;

import java.util.Locale;
import java.util.regex.Pattern;

/** The options of PCRE2 that {@code regex_options} takes, pcre2api(3), and what becomes of them. */
public enum RegexOption {
    ALLOW_EMPTY_CLASS(Kind.ABSENT),
    ALT_BSUX(Kind.ABSENT),
    AUTO_CALLOUT(Kind.NEEDLESS),
    CASELESS(Pattern.CASE_INSENSITIVE),
    DOLLAR_ENDONLY(Kind.ABSENT),
    DOTALL(Pattern.DOTALL),
    DUPNAMES(Kind.ABSENT),
    EXTENDED(Pattern.COMMENTS),
    FIRSTLINE(Kind.OTHERWISE),
    MATCH_UNSET_BACKREF(Kind.ABSENT),
    MULTILINE(Pattern.MULTILINE),
    NEVER_UCP(Kind.NEEDLESS),
    NEVER_UTF(Kind.NEEDLESS),
    NO_AUTO_CAPTURE(Kind.NEEDLESS),
    NO_AUTO_POSSESS(Kind.NEEDLESS),
    NO_DOTSTAR_ANCHOR(Kind.NEEDLESS),
    NO_START_OPTIMIZE(Kind.NEEDLESS),
    UCP(Pattern.UNICODE_CHARACTER_CLASS),
    UNGREEDY(Kind.NEEDLESS),
    UTF(Pattern.UNICODE_CASE),
    NEVER_BACKSLASH_C(Kind.NEEDLESS),
    ALT_CIRCUMFLEX(Kind.ABSENT),
    ALT_VERBNAMES(Kind.ABSENT),
    USE_OFFSET_LIMIT(Kind.NEEDLESS);

    private enum Kind {
        /** A flag of the patterns of Java. */
        FLAG,
        /** Done by other means. */
        OTHERWISE,
        /** Changes how a match is found, or how long it is, but not whether there is one. */
        NEEDLESS,
        /** Nothing in Java does the same. */
        ABSENT
    }

    private final Kind kind;
    private final int flag;

    RegexOption(Kind kind) {
        this.kind = kind;
        this.flag = 0;
    }

    RegexOption(int flag) {
        this.kind = Kind.FLAG;
        this.flag = flag;
    }

    /** The flag of {@link Pattern} that does the same, or 0. */
    int flag() {
        return flag;
    }

    /** Whether patterns mean something else without it, and it cannot be had. */
    public boolean isAbsent() {
        return kind == Kind.ABSENT;
    }

    /** As the configuration writes it: {@code no_auto_capture}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

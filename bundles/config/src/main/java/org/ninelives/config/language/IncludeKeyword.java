package org.ninelives.config.language;

import java.util.Optional;
import java.util.Set;

/** The spellings of {@code include}, and what each insists on. */
enum IncludeKeyword {
    INCLUDE("include"),
    INCLUDER("includer"),
    INCLUDEM("includem"),
    INCLUDEW("includew"),
    INCLUDEB("includeb"),
    INCLUDEA("includea");

    private static final String COMMON = "include";

    private final String keyword;

    IncludeKeyword(String keyword) {
        this.keyword = keyword;
    }

    /** The keyword with which the statement at this place of a line begins. */
    static Optional<IncludeKeyword> at(String line, int start) {
        int from = start;
        while (from < line.length() && Text.isBlank(line.charAt(from))) {
            from++;
        }
        if (!line.startsWith(COMMON, from)) {
            return Optional.empty();
        }
        String word = line.substring(from, Text.endOfWord(line, from));
        for (IncludeKeyword candidate : values()) {
            if (candidate.keyword.equals(word)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    String keyword() {
        return keyword;
    }

    /** What it checks; plain {@code include} checks what has been asked for in general. */
    Set<IncludeCheck> checks(Set<IncludeCheck> general) {
        return switch (this) {
            case INCLUDE -> general;
            case INCLUDER -> Set.of(IncludeCheck.READ);
            case INCLUDEM -> Set.of(IncludeCheck.READ, IncludeCheck.MATCH);
            case INCLUDEW ->
                    Set.of(IncludeCheck.READ, IncludeCheck.MATCH, IncludeCheck.WILDCARD_MATCH);
            case INCLUDEB -> Set.of(IncludeCheck.READ, IncludeCheck.BRACE_MATCH);
            case INCLUDEA -> Set.of(IncludeCheck.values());
        };
    }
}

package org.ninelives.check.http.settings;

import static org.ninelives.config.grammar.ArgumentTypes.anything;
import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.check.http.core.RegexOption;
import org.ninelives.check.http.core.StatusCodes;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;

/** The keywords of {@code url}. */
final class UrlGrammar {

    static final Keyword<Optional<String>> PATH =
            Keyword.optional("path", Words.path(), "what is asked for, such as /status?brief");
    static final Keyword<Optional<String>> DIGEST =
            Keyword.optional("digest", Words.digest(), "MD5 of the page, as genhash prints it");
    static final Keyword<List<Located<List<StatusCodes.Range>>>> STATUS_CODE =
            Keyword.list(
                    "status_code",
                    new StatusCodesType(),
                    "status codes that are good; 200-299 unless given");
    static final Keyword<Optional<String>> VIRTUALHOST =
            Keyword.optional(
                    "virtualhost",
                    word("NAME"),
                    "the Host of this request; that of the check" + " unless given");
    static final Keyword<Optional<String>> REGEX =
            Keyword.optional(
                    "regex",
                    Words.pattern(),
                    "what the page has in it, in the syntax of PCRE2; quoted as commands are");
    static final Keyword<Boolean> REGEX_NO_MATCH =
            Keyword.value(
                    "regex_no_match", anything(), false, "the page must not have the regex in it");
    static final Keyword<List<Located<Set<RegexOption>>>> REGEX_OPTIONS =
            Keyword.list("regex_options", new RegexOptionsType(), "options of PCRE2 for the regex");
    static final Keyword<Integer> REGEX_MIN_OFFSET =
            Keyword.value(
                    "regex_min_offset",
                    integer(0, Integer.MAX_VALUE),
                    0,
                    "bytes of the page before the first place where the regex is looked for");
    static final Keyword<Optional<Integer>> REGEX_MAX_OFFSET =
            Keyword.optional(
                    "regex_max_offset",
                    integer(0, Integer.MAX_VALUE),
                    "bytes of the page before the last place where it may begin");
    static final Keyword<Boolean> REGEX_STACK =
            Keyword.value(
                    "regex_stack",
                    Words.twoSizes(),
                    false,
                    "sizes of a stack, which grows by itself here");
    static final Keyword<Boolean> TLS_COMPLIANT =
            Keyword.value("tls_compliant", bool(), false, "as in SSL_GET, and for this url alone");

    static final Keyword<String> METHOD =
            Keyword.value(
                    "method", Words.method(), "GET", "GET, HEAD, POST or another one of HTTP");
    static final Keyword<List<Located<String>>> HEADER =
            Keyword.list("header", Words.header(), "a field of the request");
    static final Keyword<Optional<Words.Login>> AUTH =
            Keyword.optional(
                    "auth",
                    Words.login(),
                    "user, and where the password stands, for basic authentication");
    static final Keyword<Optional<String>> BODY =
            Keyword.optional("body", word("TEXT"), "what is sent with the request");
    static final Keyword<Boolean> TLS_VERIFY =
            Keyword.value("tls_verify", bool(), false, "as in SSL_GET, and for this url alone");

    static final BlockGrammar BLOCK =
            BlockGrammar.of(
                    PATH,
                    DIGEST,
                    STATUS_CODE,
                    VIRTUALHOST,
                    REGEX,
                    REGEX_NO_MATCH,
                    REGEX_OPTIONS,
                    REGEX_MIN_OFFSET,
                    REGEX_MAX_OFFSET,
                    REGEX_STACK,
                    TLS_COMPLIANT,
                    METHOD,
                    HEADER,
                    AUTH,
                    BODY,
                    TLS_VERIFY);

    private UrlGrammar() {}
}

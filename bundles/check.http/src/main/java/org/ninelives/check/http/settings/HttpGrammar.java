package org.ninelives.check.http.settings;

import static org.ninelives.api.configuration.NetTypes.unsigned;
import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.choice;
import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.orBare;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.check.http.core.HttpVersion;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** The keywords of {@code HTTP_GET} and {@code SSL_GET}. */
public final class HttpGrammar {

    static final Keyword<Optional<Long>> NB_GET_RETRY =
            Keyword.optional("nb_get_retry", unsigned(0), "the old name of retry")
                    .withRemark("is deprecated; write retry");
    static final Keyword<Optional<String>> VIRTUALHOST =
            Keyword.optional(
                    "virtualhost",
                    word("NAME"),
                    "the Host of requests; that of the real or virtual server unless given, or"
                            + " else address and port");
    static final Keyword<HttpVersion> HTTP_PROTOCOL =
            Keyword.value(
                    "http_protocol",
                    choice(
                            Map.entry("1.0", HttpVersion.HTTP_1_0),
                            Map.entry("1.0C", HttpVersion.HTTP_1_0_CLOSE),
                            Map.entry("1.0c", HttpVersion.HTTP_1_0_CLOSE),
                            Map.entry("1.1", HttpVersion.HTTP_1_1)),
                    HttpVersion.HTTP_1_0,
                    "version of requests; C asks the server to close the connection, as 1.1 does"
                            + " always");
    static final Keyword<Boolean> FAST_RECOVERY =
            Keyword.value(
                    "fast_recovery",
                    bool(),
                    true,
                    "all urls are tried one right after the other, which is always so here");
    static final Keyword<List<Block<Boolean>>> URL =
            Keyword.blocks("url", nothing(), UrlGrammar.BLOCK, "a page; each has to be good");

    static final Keyword<Boolean> ENABLE_SNI =
            Keyword.value(
                    "enable_sni",
                    bool(),
                    false,
                    "the server is told whom it is asked for: sni_name, or the virtualhost");
    static final Keyword<Optional<String>> SNI_NAME =
            Keyword.optional(
                    "sni_name",
                    orBare(Words.serverName(), Words.AS_HOST),
                    "the name the server is told; the virtualhost unless given");
    static final Keyword<Boolean> TLS_COMPLIANT =
            Keyword.value(
                    "tls_compliant",
                    bool(),
                    false,
                    "the server has to tell the end of data by TLS before it closes the"
                            + " connection");
    static final Keyword<Boolean> TLS_VERIFY =
            Keyword.value(
                    "tls_verify",
                    bool(),
                    false,
                    "the certificate has to be valid, and for sni_name, the virtualhost, or the"
                            + " address");
    static final Keyword<Optional<Path>> CA =
            Keyword.optional(
                    "ca",
                    SslGrammar.file(),
                    "PEM file of the authorities for tls_verify; that of SSL unless given");

    /** Either block; what is about TLS means nothing in HTTP_GET. */
    public static final BlockGrammar BLOCK =
            CheckKeywords.connecting(
                    NB_GET_RETRY,
                    VIRTUALHOST,
                    HTTP_PROTOCOL,
                    FAST_RECOVERY,
                    URL,
                    ENABLE_SNI,
                    SNI_NAME,
                    TLS_COMPLIANT,
                    TLS_VERIFY,
                    CA);

    private HttpGrammar() {}
}

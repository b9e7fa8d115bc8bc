package org.ninelives.notify.webhook.settings;

import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;

/** The block that names a web server to be told. */
public final class WebhookGrammar {

    private static final long SECOND = 1_000_000_000L;

    static final Keyword<Long> TIMEOUT =
            Keyword.value("timeout", seconds("0.1", "300"), 5 * SECOND, "limit of each try");
    static final Keyword<Integer> RETRIES =
            Keyword.value(
                    "retries",
                    integer(0, 100),
                    5,
                    "further tries, after 1, 2, 4 seconds and so on, 60 at most");
    static final Keyword<List<Located<Header>>> HEADER =
            Keyword.list("header", Header.written(), "header of each request");
    static final Keyword<List<Located<Header>>> SECRET_HEADER =
            Keyword.list(
                    "secret_header",
                    Header.secret(),
                    "header of each request whose value stands in a file or in the environment");

    static final Keyword<List<Block<URI>>> NOTIFY_WEBHOOK =
            Keyword.blocks(
                    "notify_webhook",
                    word("URL").map(WebhookGrammar::uri),
                    BlockGrammar.of(TIMEOUT, RETRIES, HEADER, SECRET_HEADER),
                    "web server to which every event is posted as JSON");

    /** In {@code global_defs}. */
    public static final BlockGrammar GLOBAL_DEFS = BlockGrammar.of(NOTIFY_WEBHOOK);

    private WebhookGrammar() {}

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(text + " is not a URL: " + e.getReason());
        }
        throw new IllegalArgumentException(
                text
                        + " is not the URL of a web server, such as https://chat.example/hook;"
                        + " a password belongs into secret_header");
    }
}

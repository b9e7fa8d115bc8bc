package org.ninelives.notify.webhook.settings;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.configuration.UnreadableSecretException;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;

/** Makes settings of what the configuration says. */
public final class WebhookReader {

    private final Problems problems;
    private final Secrets secrets;

    private WebhookReader(Problems problems, Secrets secrets) {
        this.problems = problems;
        this.secrets = secrets;
    }

    /** Reads {@code global_defs}; a server whose secret cannot be had is left out. */
    public static List<Webhook> read(Values globalDefs, Problems problems, Secrets secrets) {
        WebhookReader reader = new WebhookReader(problems, secrets);
        List<Webhook> webhooks = new ArrayList<>();
        for (Block<URI> block : globalDefs.get(WebhookGrammar.NOTIFY_WEBHOOK)) {
            reader.readBlock(block, webhooks);
        }
        return List.copyOf(webhooks);
    }

    private void readBlock(Block<URI> block, List<Webhook> webhooks) {
        Values values = block.values();
        List<Located<Header>> headers = new ArrayList<>(values.get(WebhookGrammar.HEADER));
        headers.addAll(values.get(WebhookGrammar.SECRET_HEADER));
        Map<String, String> found = new LinkedHashMap<>();
        for (Located<Header> header : headers) {
            try {
                found.put(header.value().name(), text(header.value()));
            } catch (UnreadableSecretException e) {
                problems.error(
                        header.position(),
                        header.value().name(),
                        e.getMessage() + "; the webhook is left out");
                return;
            }
        }
        webhooks.add(
                new Webhook(
                        block.header(),
                        Duration.ofNanos(values.get(WebhookGrammar.TIMEOUT)),
                        values.get(WebhookGrammar.RETRIES),
                        found));
    }

    private String text(Header header) throws UnreadableSecretException {
        String text =
                switch (header.source()) {
                    case WRITTEN -> header.text();
                    case FILE -> secrets.file(header.text());
                    case ENV -> secrets.environment(header.text());
                };
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t')) {
            throw new UnreadableSecretException("the value has more than one line");
        }
        return text;
    }
}

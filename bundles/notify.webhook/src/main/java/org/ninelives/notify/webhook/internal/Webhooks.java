package org.ninelives.notify.webhook.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.management.NotifierBean;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;
import org.ninelives.api.system.HostName;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.notify.webhook.core.Patience;
import org.ninelives.notify.webhook.core.Payload;
import org.ninelives.notify.webhook.settings.Webhook;
import org.ninelives.notify.webhook.settings.WebhookGrammar;
import org.ninelives.notify.webhook.settings.WebhookReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Tells the web servers of the configuration what happens. */
@Component(
        service = {ConfigSection.class, EventListener.class, Webhooks.class},
        property = "service.ranking:Integer=300")
public final class Webhooks implements ConfigSection, EventListener {

    /** For the last words of a daemon that stops. */
    private static final Duration PARTING = Duration.ofSeconds(2);

    private final Payload payload = new Payload(HostName.read());
    private final Map<Webhook, Told> told = new ConcurrentHashMap<>();
    private volatile Consumer<Map<String, NotifierBean>> publisher = beans -> {};

    /** One web server that is told. */
    private record Told(HttpPost post, Courier courier) {

        static Told start(Webhook webhook) {
            HttpPost post = new HttpPost(webhook);
            return new Told(
                    post,
                    new Courier(
                            webhook.toString(),
                            new Patience(webhook.retries()),
                            post,
                            Thread::sleep));
        }

        void close(Duration limit) {
            courier.close(limit);
            post.close();
        }
    }

    /** Tells nobody yet. */
    @Activate
    public Webhooks() {}

    @Deactivate
    void stop() {
        told.values().forEach(each -> each.close(PARTING));
        told.clear();
    }

    /** Publishes what counts the events, by the names of the beans, from the next load on. */
    void publishWith(Consumer<Map<String, NotifierBean>> next) {
        publisher = next;
    }

    /** Two of one server are told apart by their place. */
    private Map<String, NotifierBean> beans(List<Webhook> webhooks) {
        Map<String, NotifierBean> beans = new LinkedHashMap<>();
        for (Webhook webhook : webhooks) {
            String name = "webhook " + webhook.place();
            for (int place = 2; beans.containsKey(name); place++) {
                name = "webhook " + webhook.place() + " " + place;
            }
            beans.put(name, told.get(webhook).courier().bean());
        }
        return beans;
    }

    @Override
    public void happened(Event event) {
        if (!told.isEmpty()) {
            payload.of(event, Instant.now())
                    .ifPresent(json -> told.values().forEach(each -> each.courier().tell(json)));
        }
    }

    @Override
    public BlockGrammar globalDefs() {
        return WebhookGrammar.GLOBAL_DEFS;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        List<Webhook> next = WebhookReader.read(globalDefs, problems, new SecretsOnDisk());
        List<PlannedChange> changes = changes(next);
        return Prepared.of(changes, () -> apply(next));
    }

    private List<PlannedChange> changes(List<Webhook> next) {
        List<PlannedChange> changes = new ArrayList<>();
        for (Webhook webhook : next) {
            PlannedChange.Kind kind =
                    told.containsKey(webhook) ? PlannedChange.Kind.KEEP : PlannedChange.Kind.ADD;
            changes.add(new PlannedChange(kind, webhook.toString(), ""));
        }
        told.keySet().stream()
                .filter(webhook -> !next.contains(webhook))
                .map(gone -> new PlannedChange(PlannedChange.Kind.REMOVE, gone.toString(), ""))
                .forEach(changes::add);
        return List.copyOf(changes);
    }

    /**
     * What is unchanged keeps its queue; what is gone is left at once, as a reload must not wait.
     */
    private void apply(List<Webhook> next) {
        for (Webhook webhook : List.copyOf(told.keySet())) {
            if (!next.contains(webhook)) {
                told.remove(webhook).close(Duration.ofMillis(1));
            }
        }
        next.forEach(webhook -> told.computeIfAbsent(webhook, Told::start));
        publisher.accept(beans(next));
    }
}

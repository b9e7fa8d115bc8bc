package org.ninelives.notify.script.internal;

import java.time.Duration;
import java.util.List;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.notify.EventSink;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Values;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has no keywords: its turn to apply comes after that of VRRP, when all states are those of the new
 * configuration.
 */
@Component(property = "service.ranking:Integer=50")
public final class StatesAfterReload implements ConfigSection {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Notifier notifier;
    private final EventSink sink;

    @Activate
    public StatesAfterReload(@Reference Notifier notifier, @Reference EventSink sink) {
        this.notifier = notifier;
        this.sink = sink;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        return Prepared.of(
                List.of(),
                () -> {
                    sink.flush(PATIENCE);
                    notifier.applied();
                });
    }
}

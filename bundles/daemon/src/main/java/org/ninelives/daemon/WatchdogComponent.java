package org.ninelives.daemon;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ninelives.api.system.Pulse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.condition.Condition;

/** Has the watchdog of the service manager fed, where there is one. */
@Component(
        immediate = true,
        service = {})
public final class WatchdogComponent {

    private static final String MICROS = "ninelives.watchdog.micros";

    private final Optional<WatchdogFeeder> feeder;

    /**
     * Begins to feed.
     *
     * @param manager takes messages of sd_notify(3), and says how often it wants a sign of life
     * @param bundlesStarted is there when whoever wants one was offered
     */
    @Activate
    public WatchdogComponent(
            @Reference(
                            service = Consumer.class,
                            target = "(" + MICROS + "=*)",
                            cardinality = ReferenceCardinality.OPTIONAL)
                    Map.Entry<Map<String, Object>, Consumer<String>> manager,
            @Reference(target = "(osgi.condition.id=org.ninelives.bundles.started)")
                    Condition bundlesStarted) {
        feeder = Optional.ofNullable(manager).map(WatchdogComponent::feeder);
        feeder.ifPresent(WatchdogFeeder::start);
    }

    private static WatchdogFeeder feeder(Map.Entry<Map<String, Object>, Consumer<String>> manager) {
        long micros = (Long) manager.getKey().get(MICROS);
        return new WatchdogFeeder(manager.getValue(), Duration.of(micros, ChronoUnit.MICROS));
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setPulse(Pulse loop) {
        feeder.ifPresent(each -> each.ask(loop));
    }

    void unsetPulse(Pulse loop) {
        feeder.ifPresent(each -> each.forget(loop));
    }

    /** Feeds no more. */
    @Deactivate
    public void close() {
        feeder.ifPresent(WatchdogFeeder::close);
    }
}

package org.ninelives.metrics.families;

import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.ninelives.api.management.Moment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at everything there are metrics of. What cannot be read, as a loop hangs, is left out, and
 * a metric says so. One thread at a time.
 */
public final class Look {

    private static final Logger LOG = LoggerFactory.getLogger(Look.class);

    private static final double NANOS = 1e9;

    private final Catalogue catalogue;
    private final Supplier<World> now;
    private final LongSupplier clockNanos;

    /** The groups that could not be read, so that the log hears of each once. */
    private final Set<Group<?>> unreadable = new HashSet<>();

    /**
     * What became of the reading of a group.
     *
     * @param title of the group
     * @param seconds how long it took
     */
    private record Outcome(String title, boolean readable, double seconds) {}

    /**
     * At nothing yet.
     *
     * @param now what there is to look at when it is asked
     */
    public Look(Catalogue catalogue, Supplier<World> now, LongSupplier clockNanos) {
        this.catalogue = catalogue;
        this.now = now;
        this.clockNanos = clockNanos;
    }

    /** Takes metrics one after the other. */
    @FunctionalInterface
    public interface Taker {
        void take(MetricSnapshot metric) throws IOException;
    }

    /**
     * Reads everything at one moment, and hands on each metric as soon as its numbers are made.
     *
     * @throws IOException if the taker does
     */
    public void around(Taker taker) throws IOException {
        Deque<Reading> readings = Moment.at(this::readAll);
        // What has been told is let go.
        while (!readings.isEmpty()) {
            readings.removeFirst().tell(taker);
        }
    }

    private Deque<Reading> readAll() {
        Deque<Reading> readings = new ArrayDeque<>();
        List<Outcome> outcomes = new ArrayList<>();
        World world = now.get();
        for (Group<?> group : catalogue.groups()) {
            long begin = clockNanos.getAsLong();
            boolean readable = read(group, world, readings);
            double seconds = (clockNanos.getAsLong() - begin) / NANOS;
            outcomes.add(new Outcome(group.title(), readable, seconds));
        }
        readings.add(outcomes(outcomes).read(world));
        return readings;
    }

    private boolean read(Group<?> group, World world, Deque<Reading> readings) {
        try {
            readings.add(group.read(world));
            unreadable.remove(group);
            return true;
        } catch (RuntimeException e) {
            if (unreadable.add(group)) {
                LOG.warn("Metrics of {} cannot be read: {}", group.title(), e.toString());
            }
            return false;
        }
    }

    /** All groups of metrics, those about the reading of the others included. */
    public static List<Group<?>> groups(Catalogue catalogue) {
        List<Group<?>> all = new ArrayList<>(catalogue.groups());
        all.add(outcomes(List.of()));
        return all;
    }

    private static Group<Outcome> outcomes(List<Outcome> outcomes) {
        return new Group<Outcome>(
                        "collector",
                        "ninelives_collector_",
                        List.of("collector"),
                        world -> outcomes,
                        (outcome, place) -> outcome.title())
                .gauge(
                        "success",
                        "1 if these metrics could be read, 0 if something did not answer",
                        outcome -> Numbers.flag(outcome.readable()))
                .gauge("duration_seconds", "How long it took to read them", Outcome::seconds);
    }
}

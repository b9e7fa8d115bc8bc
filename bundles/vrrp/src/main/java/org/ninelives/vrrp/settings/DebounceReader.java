package org.ninelives.vrrp.settings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;

/**
 * Reads how long links must keep a new state. A backup would take over before its master has
 * noticed its own loss, were that longer than adverts may be missed.
 */
final class DebounceReader {

    private static final Keyword<List<Located<DebounceEntry.Line>>> KEYWORD =
            GroupGrammar.INTERFACE_UP_DOWN_DELAYS;

    /** So much before the limit there is still time to act. */
    private static final long MARGIN_NANOS = 10_000_000L;

    private final Collection<InstanceSettings> instances;
    private final Problems problems;

    DebounceReader(Collection<InstanceSettings> instances, Problems problems) {
        this.instances = instances;
        this.problems = problems;
    }

    Map<InterfaceName, Debounce> read(Values root) {
        Map<InterfaceName, Debounce> delays = new LinkedHashMap<>();
        for (Located<DebounceEntry.Line> line : root.get(KEYWORD)) {
            InterfaceName name = line.value().interfaceName();
            Debounce written = line.value().debounce();
            Optional<InstanceSettings> strictest =
                    instances.stream()
                            .filter(instance -> follows(instance, name))
                            .min((a, b) -> Long.compare(limitNanos(a), limitNanos(b)));
            Debounce possible =
                    strictest.map(instance -> written.atMost(limitNanos(instance))).orElse(written);
            if (!possible.equals(written)) {
                problems.warning(
                        line.position(),
                        KEYWORD.name(),
                        "delays of "
                                + name
                                + " become "
                                + possible
                                + ": they must be shorter than the adverts a peer of "
                                + strictest.orElseThrow().name()
                                + " may miss");
            }
            if (delays.put(name, possible) != null) {
                problems.warning(
                        line.position(),
                        KEYWORD.name(),
                        name + " is written twice; the last one counts");
            }
        }
        return delays;
    }

    private static boolean follows(InstanceSettings instance, InterfaceName name) {
        return instance.key().isOn(name)
                || instance.tracking().trackers().stream()
                        .anyMatch(tracker -> tracker.name().equals(name.name()));
    }

    private static long limitNanos(InstanceSettings instance) {
        long spare =
                (instance.router().downTimerAdverts() - 1L)
                        * instance.router().advertIntervalNanos();
        return Math.max(0, spare - MARGIN_NANOS);
    }
}

package org.ninelives.bfd.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.configuration.PlannedChange.Kind;

/** What a reload would do to BFD sessions, told before it is done. */
public final class BfdPlan {

    private static final double MILLI_MICROS = 1e3;

    private BfdPlan() {}

    /** The changes, in the order of the new configuration; what is removed comes last. */
    public static List<PlannedChange> changes(BfdSettings from, BfdSettings to) {
        Map<String, InstanceSettings> before = new LinkedHashMap<>();
        from.instances().forEach(each -> before.put(each.name(), each));
        List<PlannedChange> changes = new ArrayList<>();
        for (InstanceSettings next : to.instances()) {
            InstanceSettings now = before.remove(next.name());
            if (now == null) {
                changes.add(new PlannedChange(Kind.ADD, title(next), ""));
            } else if (now.equals(next)) {
                changes.add(new PlannedChange(Kind.KEEP, title(next), ""));
            } else {
                changes.add(new PlannedChange(Kind.CHANGE, title(next), differences(now, next)));
            }
        }
        before.values()
                .forEach(gone -> changes.add(new PlannedChange(Kind.REMOVE, title(gone), "")));
        if (!from.thread().equals(to.thread())) {
            changes.add(
                    new PlannedChange(
                            Kind.CHANGE,
                            "global_defs of BFD",
                            "thread " + from.thread() + " -> " + to.thread()));
        }
        return changes;
    }

    private static String title(InstanceSettings settings) {
        return "bfd_instance " + settings.name();
    }

    private static String differences(InstanceSettings now, InstanceSettings next) {
        Map<String, Function<InstanceSettings, Object>> attributes = new LinkedHashMap<>();
        attributes.put("neighbor_ip", InstanceSettings::neighbour);
        attributes.put(
                "source_ip", settings -> settings.source().map(Object::toString).orElse("-"));
        attributes.put("min_tx", settings -> settings.session().minTxMicros() / MILLI_MICROS);
        attributes.put("min_rx", settings -> settings.session().minRxMicros() / MILLI_MICROS);
        attributes.put("idle_tx", settings -> settings.session().idleTxMicros() / MILLI_MICROS);
        attributes.put("multiplier", settings -> settings.session().multiplier());
        attributes.put("passive", settings -> settings.session().passive());
        attributes.put("ttl", InstanceSettings::hopLimit);
        attributes.put("least ttl heard", InstanceSettings::hopLimitMin);
        attributes.put("multihop", InstanceSettings::multihop);
        List<String> differences = new ArrayList<>();
        attributes.forEach(
                (what, attribute) ->
                        difference(attribute.apply(now), attribute.apply(next))
                                .ifPresent(text -> differences.add(what + " " + text)));
        return String.join(", ", differences);
    }

    private static Optional<String> difference(Object now, Object next) {
        return now.equals(next) ? Optional.empty() : Optional.of(now + " -> " + next);
    }
}

package org.ninelives.ctl.command;

import java.time.Duration;
import java.util.List;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.VirtualServerStatus;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.ctl.output.Durations;
import org.ninelives.ctl.output.Table;

/** An {@link Overview} for people. */
final class OverviewText {

    private OverviewText() {}

    static String of(Overview seen, long nowMillis) {
        StringBuilder text = new StringBuilder();
        text.append(
                "Ninelives %s, process %d, up %s%n"
                        .formatted(
                                seen.version(),
                                seen.pid(),
                                Durations.shown(Duration.ofMillis(seen.uptimeMillis()))));
        text.append(
                "configuration: %s, %s ago%n"
                        .formatted(
                                seen.lastReload().summary(),
                                Durations.since(seen.lastReload().timeMillis(), nowMillis)));
        part(text, instances(seen.instances(), nowMillis));
        part(text, virtualServers(seen.virtualServers()));
        part(text, overrides(seen.overrides(), nowMillis));
        return text.toString();
    }

    private static void part(StringBuilder text, Table table) {
        if (!table.isEmpty()) {
            text.append('\n').append(table);
        }
    }

    private static Table instances(List<VrrpInstanceStatus> instances, long nowMillis) {
        Table table =
                new Table("INSTANCE", "STATE", "SINCE", "PRIORITY", "INTERFACE", "MASTER", "WHY");
        for (VrrpInstanceStatus one : instances) {
            table.row(
                    one.name(),
                    one.state() + (one.splitBrain() ? " SPLIT BRAIN" : ""),
                    Durations.since(one.lastTransitionMillis(), nowMillis),
                    priority(one),
                    one.interfaceName(),
                    master(one),
                    one.reason());
        }
        return table;
    }

    private static String priority(VrrpInstanceStatus instance) {
        return instance.effectivePriority() == instance.configuredPriority()
                ? Integer.toString(instance.effectivePriority())
                : instance.effectivePriority() + " (file: " + instance.configuredPriority() + ")";
    }

    private static String master(VrrpInstanceStatus instance) {
        if (instance.state().equals("MASTER")) {
            return "this node";
        }
        return instance.masterAddress().isEmpty()
                ? "-"
                : instance.masterAddress() + " (" + instance.masterPriority() + ")";
    }

    private static Table virtualServers(List<VirtualServerStatus> servers) {
        Table table =
                new Table("VIRTUAL SERVER", "STATE", "SERVERS", "WEIGHT", "QUORUM", "REMARKS");
        for (VirtualServerStatus one : servers) {
            table.row(
                    one.name(),
                    one.state(),
                    one.liveServers() + "/" + one.realServers().size(),
                    one.liveWeight(),
                    one.quorum(),
                    remarks(one));
        }
        return table;
    }

    private static String remarks(VirtualServerStatus server) {
        StringBuilder remarks = new StringBuilder();
        remark(remarks, server.sorryServerInUse(), "sorry server serves");
        remark(remarks, !server.inKernel(), "not on this node");
        remark(remarks, server.checksSuspended(), "checks rest");
        remark(remarks, !server.leaving().isEmpty(), "leaving: " + server.leaving().size());
        return remarks.toString();
    }

    private static void remark(StringBuilder remarks, boolean holds, String words) {
        if (holds) {
            remarks.append(remarks.isEmpty() ? "" : ", ").append(words);
        }
    }

    /** One that was just set. */
    static String override(OverrideStatus override) {
        return overrides(List.of(override), System.currentTimeMillis()).toString();
    }

    static Table overrides(List<OverrideStatus> overrides, long nowMillis) {
        Table table = new Table("OVERRIDE", "OF", "VALUE", "FILE", "BY", "SINCE", "ENDS");
        for (OverrideStatus one : overrides) {
            table.row(
                    one.kind(),
                    one.subject(),
                    one.value(),
                    one.configured(),
                    one.setBy(),
                    Durations.since(one.setMillis(), nowMillis),
                    end(one, nowMillis));
        }
        return table;
    }

    private static String end(OverrideStatus override, long nowMillis) {
        String lasting =
                switch (override.lasting()) {
                    case "UNTIL_RELOAD" -> "at a reload";
                    case "UNTIL_RESTART" -> "at a restart";
                    default -> "when reverted";
                };
        return override.untilMillis() == 0
                ? lasting
                : "in "
                        + Durations.shown(
                                Duration.ofMillis(Math.max(0, override.untilMillis() - nowMillis)))
                        + " or "
                        + lasting;
    }
}

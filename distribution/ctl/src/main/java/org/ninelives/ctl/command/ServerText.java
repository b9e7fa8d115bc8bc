package org.ninelives.ctl.command;

import java.time.Duration;
import java.util.List;
import org.ninelives.api.management.CheckStatus;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.ctl.output.Durations;
import org.ninelives.ctl.output.Table;

/** Real servers for people. */
final class ServerText {

    private ServerText() {}

    static String of(RealServerStatus server) {
        return of(List.of(server));
    }

    static String of(List<RealServerStatus> servers) {
        Table table =
                new Table(
                        "VIRTUAL SERVER",
                        "REAL SERVER",
                        "STATE",
                        "WEIGHT",
                        "ACTIVE",
                        "INACTIVE",
                        "CHECKS",
                        "WHY");
        for (RealServerStatus one : servers) {
            table.row(
                    one.virtualServer(),
                    one.name(),
                    state(one),
                    weight(one),
                    connections(one.activeConnections()),
                    connections(one.inactiveConnections()),
                    passed(one.checks()),
                    one.reason());
        }
        return table.toString();
    }

    private static String state(RealServerStatus server) {
        return server.state().equals("DRAINING") && server.drainSecondsLeft() >= 0
                ? "DRAINING, "
                        + Durations.shown(Duration.ofSeconds(server.drainSecondsLeft()))
                        + " left"
                : server.state();
    }

    private static String weight(RealServerStatus server) {
        return server.effectiveWeight() == server.configuredWeight()
                ? Integer.toString(server.effectiveWeight())
                : server.effectiveWeight() + " (file: " + server.configuredWeight() + ")";
    }

    private static String connections(long count) {
        return count < 0 ? "-" : Long.toString(count);
    }

    private static String passed(List<CheckStatus> checks) {
        long passed = checks.stream().filter(check -> check.verdict().equals("PASSED")).count();
        return checks.isEmpty() ? "-" : passed + "/" + checks.size();
    }
}

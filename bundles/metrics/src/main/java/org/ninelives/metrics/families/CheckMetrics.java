package org.ninelives.metrics.families;

import static org.ninelives.metrics.families.Group.single;
import static org.ninelives.metrics.families.Numbers.flag;
import static org.ninelives.metrics.families.Numbers.secondsOfMicros;

import java.util.List;
import java.util.Map;
import org.ninelives.api.management.CheckMXBean;
import org.ninelives.api.management.CheckReport;
import org.ninelives.api.management.CheckerTypeMXBean;
import org.ninelives.api.management.CheckerTypeStatus;
import org.ninelives.api.management.ChecksMXBean;
import org.ninelives.api.management.ChecksStatus;

/** The metrics of health checks. */
final class CheckMetrics {

    private static final String OUTCOME = "outcome";

    private CheckMetrics() {}

    static List<Group<?>> groups() {
        return List.of(checks(), checkers(), all());
    }

    private static Group<CheckReport> checks() {
        return new Group<CheckReport>(
                        "check",
                        "ninelives_check_",
                        List.of("virtual_server", "real_server", "check"),
                        world ->
                                world.all(CheckMXBean.class).stream()
                                        .map(CheckMXBean::getStatus)
                                        .toList(),
                        CheckMetrics::label)
                .gauge(
                        "passed",
                        "1 if the check has passed, 0 if it has failed; absent before the first"
                                + " result",
                        CheckMetrics::passed)
                .gauge(
                        "suspended",
                        "1 while it rests, as no address of its virtual server is on this node",
                        check -> flag(check.suspended()))
                .gauge(
                        "last_duration_seconds",
                        "How long the last look took; absent before the first",
                        check ->
                                check.ended() == 0
                                        ? Double.NaN
                                        : secondsOfMicros(check.lastMicros()))
                .counters(
                        "looks_total",
                        "Looks that have ended, by their outcome",
                        OUTCOME,
                        check ->
                                Map.of(
                                        "passed",
                                        check.ended() - check.failures(),
                                        "failed",
                                        check.failures()));
    }

    private static String label(CheckReport check, int place) {
        return switch (place) {
            case 0 -> check.virtualServer();
            case 1 -> check.realServer();
            default -> check.place() + " " + check.keyword();
        };
    }

    private static double passed(CheckReport check) {
        return switch (check.verdict()) {
            case "PASSED" -> 1;
            case "FAILED" -> 0;
            default -> Double.NaN;
        };
    }

    private static Group<CheckerTypeStatus> checkers() {
        return new Group<CheckerTypeStatus>(
                        "checker",
                        "ninelives_checker_",
                        List.of("checker"),
                        world ->
                                world.all(CheckerTypeMXBean.class).stream()
                                        .map(CheckerTypeMXBean::getStatus)
                                        .toList(),
                        (checker, place) -> checker.keyword())
                .gauge(
                        "present",
                        "1 while the bundle that brings it is there",
                        checker -> flag(checker.state().equals("PRESENT")))
                .gauge("checks", "Checks of real servers", CheckerTypeStatus::checks)
                .gauge("looks_under_way", "Looks that have not ended", CheckerTypeStatus::underWay)
                .gauge(
                        "looks_left_behind",
                        "Looks that have not ended although they were told to",
                        CheckerTypeStatus::leftBehind)
                .counters(
                        "looks_total",
                        "Looks that have ended, by their outcome; equal checks share one",
                        OUTCOME,
                        checker ->
                                Map.of(
                                        "passed",
                                        checker.ended() - checker.failures(),
                                        "failed",
                                        checker.failures()))
                .counter(
                        "faults_total",
                        "Looks in which the checker itself failed; they count as failed too",
                        CheckerTypeStatus::faults);
    }

    private static Group<ChecksStatus> all() {
        return single(
                        "checks",
                        "ninelives_checks_",
                        (World world) ->
                                world.all(ChecksMXBean.class).stream()
                                        .map(ChecksMXBean::getStatus)
                                        .toList())
                .gauge("configured", "Checks of all real servers", ChecksStatus::checks)
                .gauge(
                        "looks_waiting",
                        "Looks whose time has come, but for which too many others are under way",
                        ChecksStatus::waiting)
                .gauge("looks_under_way", "Looks that have not ended", ChecksStatus::underWay)
                .gauge(
                        "looks_left_behind",
                        "Looks that have not ended although they were told to",
                        ChecksStatus::leftBehind)
                .gauges(
                        "lateness_seconds",
                        "How late looks start, since that is counted: the half (0.5) and 99 of 100"
                                + " (0.99) are no later, and none is later than 1",
                        "share",
                        checks ->
                                Map.of(
                                        "0.5",
                                        secondsOfMicros(checks.lateMicrosHalf()),
                                        "0.99",
                                        secondsOfMicros(checks.lateMicros99()),
                                        "1",
                                        secondsOfMicros(checks.lateMicrosMax())))
                .counter("looks_total", "Looks that have ended", ChecksStatus::ended);
    }
}

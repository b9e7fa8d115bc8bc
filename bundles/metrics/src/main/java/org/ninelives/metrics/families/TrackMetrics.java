package org.ninelives.metrics.families;

import static org.ninelives.metrics.families.Numbers.flag;
import static org.ninelives.metrics.families.Numbers.moment;
import static org.ninelives.metrics.families.Numbers.seconds;
import static org.ninelives.metrics.families.Numbers.secondsOfMicros;

import java.util.List;
import org.ninelives.api.management.BfdCounters;
import org.ninelives.api.management.BfdSessionMXBean;
import org.ninelives.api.management.BfdSessionStatus;
import org.ninelives.api.management.ScriptTrackerMXBean;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.management.TrackerStatus;

/** The metrics of what is watched for virtual routers. */
final class TrackMetrics {

    private record Session(BfdSessionStatus status, BfdCounters counters) {}

    private record Script(
            String name,
            long runs,
            long failures,
            long timeouts,
            long skipped,
            double lastMillis,
            double longestMillis) {

        static Script of(ScriptTrackerMXBean bean) {
            return new Script(
                    bean.getStatus().name(),
                    bean.getRuns(),
                    bean.getFailures(),
                    bean.getTimeouts(),
                    bean.getSkipped(),
                    bean.getLastDurationMillis(),
                    bean.getLongestDurationMillis());
        }

        double lastSeconds() {
            return runs == 0 ? Double.NaN : seconds(lastMillis);
        }

        double longestSeconds() {
            return runs == 0 ? Double.NaN : seconds(longestMillis);
        }
    }

    private TrackMetrics() {}

    static List<Group<?>> groups() {
        return List.of(trackers(), scripts(), sessions());
    }

    private static Group<TrackerStatus> trackers() {
        return new Group<TrackerStatus>(
                        "tracker",
                        "ninelives_tracker_",
                        List.of("kind", "tracker"),
                        world ->
                                world.all(TrackerMXBean.class).stream()
                                        .map(TrackerMXBean::getStatus)
                                        .toList(),
                        (tracker, place) -> place == 0 ? tracker.kind() : tracker.name())
                .states(
                        "state",
                        "State of what is watched for virtual routers",
                        List.of("GOOD", "BAD", "VALUE", "UNKNOWN", "ABSENT"),
                        TrackerStatus::state)
                .gauge(
                        "value",
                        "What it counts: the number in a file, or the processes that match; 0 where"
                                + " there is nothing to count",
                        TrackerStatus::value)
                .gauge(
                        "last_change_timestamp_seconds",
                        "When its state or value changed last, since 1970 UTC; absent if never",
                        tracker -> moment(tracker.sinceMillis()));
    }

    private static Group<Script> scripts() {
        return new Group<Script>(
                        "track_script",
                        "ninelives_track_script_",
                        List.of("tracker"),
                        world ->
                                world.all(ScriptTrackerMXBean.class).stream()
                                        .map(Script::of)
                                        .toList(),
                        (script, place) -> script.name())
                .counter("runs_total", "Runs that have ended", Script::runs)
                .counter(
                        "failures_total",
                        "Those of them that ended otherwise than with status 0 in time",
                        Script::failures)
                .counter(
                        "timeouts_total",
                        "Those of them that took longer than the timeout",
                        Script::timeouts)
                .counter(
                        "skipped_total",
                        "Runs left out because the one before had not ended",
                        Script::skipped)
                .gauge(
                        "last_duration_seconds",
                        "How long the last run took; absent before the first",
                        Script::lastSeconds)
                .gauge(
                        "longest_duration_seconds",
                        "How long the longest run took; absent before the first",
                        Script::longestSeconds);
    }

    private static Group<Session> sessions() {
        return new Group<Session>(
                        "bfd_session",
                        "ninelives_bfd_session_",
                        List.of("session"),
                        world ->
                                world.all(BfdSessionMXBean.class).stream()
                                        .map(
                                                bean ->
                                                        new Session(
                                                                bean.getStatus(),
                                                                bean.getCounters()))
                                        .toList(),
                        (session, place) -> session.status().name())
                .info(
                        "info",
                        "A BFD session of this node",
                        List.of("neighbour"),
                        session -> List.of(session.status().neighbour()))
                .gauge(
                        "up",
                        "1 while the session is up",
                        session -> flag(session.status().state().equals("Up")))
                .gauge(
                        "transmit_interval_seconds",
                        "Agreed interval of the packets sent",
                        session -> secondsOfMicros(session.status().transmitIntervalMicros()))
                .gauge(
                        "detection_time_seconds",
                        "Silence after which the neighbour counts as lost",
                        session -> secondsOfMicros(session.status().detectionTimeMicros()))
                .gauge(
                        "last_transition_timestamp_seconds",
                        "When its state changed last, since 1970 UTC; absent if never",
                        session -> moment(session.status().lastTransitionMillis()))
                .counter(
                        "packets_sent_total",
                        "Packets sent",
                        session -> session.counters().packetsSent())
                .counter(
                        "packets_received_total",
                        "Packets of the neighbour that counted",
                        session -> session.counters().packetsReceived())
                .counter(
                        "packets_discarded_total",
                        "Packets for this session that did not count",
                        session -> session.counters().packetsDiscarded())
                .counter(
                        "send_failures_total",
                        "Packets that could not be sent",
                        session -> session.counters().sendFailures())
                .counter(
                        "ups_total",
                        "How often it came up",
                        session -> session.counters().timesUp())
                .counter(
                        "downs_total",
                        "How often it went down after it was up",
                        session -> session.counters().timesDown());
    }
}

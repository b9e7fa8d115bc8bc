package org.ninelives.metrics.families;

import static org.ninelives.metrics.families.Group.single;
import static org.ninelives.metrics.families.Numbers.flag;
import static org.ninelives.metrics.families.Numbers.moment;
import static org.ninelives.metrics.families.Numbers.seconds;

import java.util.List;
import java.util.Map;
import org.ninelives.api.management.BundleMXBean;
import org.ninelives.api.management.BundleStatus;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.OverridesMXBean;
import org.ninelives.api.management.ReloadReport;

/** The metrics of the daemon as a whole. */
final class DaemonMetrics {

    private record Loaded(String file, String hash, ReloadReport last) {}

    private record Bundles(long all, long active, long withProblem) {

        static Bundles of(List<BundleStatus> all) {
            return new Bundles(
                    all.size(),
                    all.stream().filter(bundle -> bundle.state().equals("ACTIVE")).count(),
                    all.stream().filter(bundle -> !bundle.problem().isEmpty()).count());
        }
    }

    private DaemonMetrics() {}

    static List<Group<?>> groups(Happenings happenings) {
        return List.of(daemon(), configuration(), overrides(), bundles(), happened(happenings));
    }

    private static Group<DaemonMXBean> daemon() {
        return single("daemon", "ninelives_", (World world) -> world.all(DaemonMXBean.class))
                .info(
                        "build_info",
                        "What runs",
                        List.of("version", "java_version"),
                        daemon -> List.of(daemon.getVersion(), System.getProperty("java.version")))
                .gauge(
                        "uptime_seconds",
                        "Since the daemon was started",
                        daemon -> seconds(daemon.getUptimeMillis()))
                .gauge(
                        "start_duration_seconds",
                        "From the start of the process until the first configuration was applied",
                        daemon -> seconds(daemon.getStartMillis()));
    }

    private static Group<Loaded> configuration() {
        return single(
                        "configuration",
                        "ninelives_configuration_",
                        (World world) ->
                                world.all(ConfigurationMXBean.class).stream()
                                        .map(
                                                bean ->
                                                        new Loaded(
                                                                bean.getFile(),
                                                                bean.getHash(),
                                                                bean.getLastReload()))
                                        .toList())
                .info(
                        "info",
                        "The configuration that runs",
                        List.of("file", "hash"),
                        loaded -> List.of(loaded.file(), loaded.hash()))
                .gauge(
                        "last_reload_successful",
                        "1 if the last load, reload or rollback was applied or changed nothing, 0"
                                + " if it was refused",
                        loaded -> flag(!loaded.last().result().equals("REFUSED")))
                .gauge(
                        "last_reload_timestamp_seconds",
                        "When that was, since 1970 UTC",
                        loaded -> moment(loaded.last().timeMillis()))
                .gauge(
                        "last_reload_duration_seconds",
                        "How long that took",
                        loaded -> seconds(loaded.last().durationMillis()))
                .gauges(
                        "problems",
                        "Problems it found",
                        "severity",
                        loaded ->
                                Map.of(
                                        "error",
                                        loaded.last().errors(),
                                        "warning",
                                        loaded.last().warnings()));
    }

    private static Group<Integer> overrides() {
        return single(
                        "overrides",
                        "ninelives_",
                        (World world) ->
                                world.all(OverridesMXBean.class).stream()
                                        .map(OverridesMXBean::getCount)
                                        .toList())
                .gauge(
                        "overrides",
                        "What operators have set in place of the configuration",
                        Integer::doubleValue);
    }

    private static Group<Bundles> bundles() {
        return single(
                        "bundles",
                        "ninelives_bundles_",
                        (World world) ->
                                List.of(
                                        Bundles.of(
                                                world.all(BundleMXBean.class).stream()
                                                        .map(BundleMXBean::getStatus)
                                                        .toList())))
                .gauge("installed", "Bundles of the daemon", Bundles::all)
                .gauge("active", "Bundles that run", Bundles::active)
                .gauge(
                        "with_problem",
                        "Bundles with which something is wrong",
                        Bundles::withProblem);
    }

    private static Group<Happenings> happened(Happenings happenings) {
        return single("events", "ninelives_", (World world) -> List.of(happenings))
                .counters(
                        "events_total",
                        "What happened on this node, by the words notifications have for it; late"
                                + " is a timer of a virtual router that ran so late that others may"
                                + " have missed an advert",
                        "type",
                        Happenings::events)
                .counters(
                        "reloads_total",
                        "Loads, reloads and rollbacks",
                        "result",
                        Happenings::reloads)
                .gauge(
                        "vrrp_late_seconds_max",
                        "How late the latest such timer ran since the start; 0 if none did",
                        Happenings::latestSeconds);
    }
}

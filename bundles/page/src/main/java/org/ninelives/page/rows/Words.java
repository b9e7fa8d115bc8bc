package org.ninelives.page.rows;

import java.util.List;
import java.util.Map;
import org.ninelives.api.json.JsonObject;
import org.ninelives.api.management.BfdSessionStatus;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.ReloadReport;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.api.management.VirtualServerStatus;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.management.VrrpSyncGroupStatus;

/** What a row of each kind has; the names are those of the records. */
final class Words {

    private static final int HISTORY_MAX = 10;

    private Words() {}

    static String bean(RealServerStatus server) {
        return ObjectNames.realServer(server.virtualServer(), server.name()).toString();
    }

    static JsonObject instance(JsonObject row, VrrpInstanceStatus status) {
        return row.put("name", status.name())
                .put("state", status.state())
                .put("reason", status.reason())
                .put("interface", status.interfaceName())
                .put("vrid", status.virtualRouterId())
                .put("priority", status.effectivePriority())
                .put("configured", status.configuredPriority())
                .put("addresses", status.virtualAddresses())
                .put("master", status.masterAddress())
                .put("splitBrain", status.splitBrain())
                .put("since", status.lastTransitionMillis())
                .put(
                        "tracked",
                        status.trackers().stream()
                                .map(
                                        each ->
                                                each.kind()
                                                        + " "
                                                        + each.name()
                                                        + ": "
                                                        + each.state()
                                                        + (each.effect().isEmpty()
                                                                ? ""
                                                                : ", " + each.effect()))
                                .toList())
                .put("overrides", overrides(status.overrides()));
    }

    static JsonObject group(JsonObject row, VrrpSyncGroupStatus status) {
        return row.put("name", status.name())
                .put("state", status.state())
                .put("members", pairs(status.members()))
                .put("since", status.lastTransitionMillis());
    }

    private static List<String> pairs(Map<String, String> members) {
        return members.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
    }

    static JsonObject virtualServer(JsonObject row, VirtualServerStatus status) {
        return row.put("name", status.name())
                .put("state", status.state())
                .put("quorum", status.quorum())
                .put("liveWeight", status.liveWeight())
                .put("liveServers", status.liveServers())
                .put("servers", status.realServers().size())
                .put("sorry", status.sorryServerInUse())
                .put("inKernel", status.inKernel())
                .put("suspended", status.checksSuspended())
                .put("overrides", overrides(status.overrides()));
    }

    static JsonObject server(JsonObject row, RealServerStatus status) {
        return row.put("virtual", status.virtualServer())
                .put("name", status.name())
                .put("state", status.state())
                .put("reason", status.reason())
                .put("weight", status.effectiveWeight())
                .put("configured", status.configuredWeight())
                .put("active", status.activeConnections())
                .put("inactive", status.inactiveConnections())
                .put("drainLeft", status.drainSecondsLeft())
                .put(
                        "checks",
                        status.checks().stream()
                                .map(
                                        check ->
                                                new JsonObject()
                                                        .put("keyword", check.keyword())
                                                        .put("verdict", check.verdict())
                                                        .put("reason", check.reason()))
                                .toList())
                .put("overrides", overrides(status.overrides()));
    }

    static JsonObject tracker(JsonObject row, TrackerStatus status) {
        return row.put("what", status.kind())
                .put("name", status.name())
                .put("state", status.state())
                .put("value", status.value())
                .put("since", status.sinceMillis())
                .put("reason", status.lastChange())
                .put(
                        "users",
                        status.users().stream()
                                .map(user -> user.name() + " (" + user.weight() + ")")
                                .toList());
    }

    static JsonObject session(JsonObject row, BfdSessionStatus status) {
        return row.put("name", status.name())
                .put("state", status.state())
                .put("neighbour", status.neighbour())
                .put("reason", status.lastDownReason())
                .put("since", status.lastTransitionMillis());
    }

    static JsonObject override(JsonObject row, OverrideStatus status) {
        return row.put("what", status.kind())
                .put("subject", status.subject())
                .put("value", status.value())
                .put("configured", status.configured())
                .put("by", status.setBy())
                .put("since", status.setMillis())
                .put("until", status.untilMillis())
                .put("lasting", status.lasting());
    }

    static JsonObject configuration(JsonObject row, ConfigurationMXBean bean) {
        ReloadReport last = bean.getLastReload();
        return row.put("result", last.result())
                .put("summary", last.summary())
                .put("problems", last.problems())
                .put("time", last.timeMillis())
                .put("guard", bean.getGuard())
                .put("scheduled", bean.getScheduledReload())
                .put(
                        "history",
                        bean.getHistory().stream()
                                .limit(HISTORY_MAX)
                                .map(
                                        entry ->
                                                new JsonObject()
                                                        .put("number", entry.number())
                                                        .put("time", entry.timeMillis())
                                                        .put("result", entry.result())
                                                        .put("summary", entry.summary())
                                                        .put("by", entry.by())
                                                        .put("running", entry.running()))
                                .toList());
    }

    private static List<String> overrides(List<OverrideStatus> overrides) {
        return overrides.stream().map(each -> each.kind() + " " + each.value()).toList();
    }
}

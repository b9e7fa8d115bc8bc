package org.ninelives.vrrp.dump;

import java.util.List;
import java.util.function.UnaryOperator;
import org.ninelives.api.json.JsonObject;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.vrrp.core.GarpSettings;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.wire.Authentication;

/** Virtual routers as JSON, with the members that keepalived's have. */
public final class InstanceJson {

    /** Whoever may read a dump needs no password. */
    static final String MASK = "********";

    private final UnaryOperator<String> commandOfScript;

    /**
     * Writes JSON.
     *
     * @param commandOfScript the command of a {@code vrrp_script}, by its name
     */
    public InstanceJson(UnaryOperator<String> commandOfScript) {
        this.commandOfScript = commandOfScript;
    }

    /** One virtual router. */
    public JsonObject of(InstanceView view) {
        return new JsonObject().put("data", data(view)).put("stats", stats(view.counters()));
    }

    private JsonObject data(InstanceView view) {
        InstanceSettings settings = view.settings();
        JsonObject data =
                new JsonObject()
                        .put("iname", settings.name())
                        .put("dont_track_primary", number(!settings.tracking().ownInterface()))
                        .put(
                                "skip_check_adv_addr",
                                number(settings.advert().skipCheckForSameMaster()))
                        .put("strict_mode", number(settings.transport().strict()))
                        .put("vmac_ifname", view.virtualInterface())
                        .put("ifp_ifname", view.runningInterface())
                        .put("master_priority", Math.max(0, view.masterPriority()))
                        .put("last_transition", Numbers.sixDigits(view.lastTransitionMillis()));
        garp(data, settings.router().garp());
        election(data, view);
        scripts(data, settings.notifications().audience());
        possessions(data, view);
        trackers(data, settings.tracking().trackers());
        return authentication(data, settings.advert().authentication());
    }

    private static void garp(JsonObject data, GarpSettings garp) {
        data.put("garp_delay", JsonObject.seconds(garp.delayNanos()))
                .put("garp_refresh", Numbers.wholeSeconds(garp.refreshNanos()))
                .put("garp_rep", garp.repeat())
                .put("garp_refresh_rep", garp.refreshRepeat())
                .put("garp_lower_prio_delay", Numbers.wholeSeconds(garp.lowerPriorityDelayNanos()))
                .put("garp_lower_prio_rep", garp.lowerPriorityRepeat());
    }

    private static void election(JsonObject data, InstanceView view) {
        InstanceSettings settings = view.settings();
        RouterSettings router = settings.router();
        data.put("lower_prio_no_advert", number(router.lowerPriorityNoAdvert()))
                .put("higher_prio_send_advert", number(router.higherPrioritySendAdvert()))
                .put("vrid", settings.key().virtualRouterId())
                .put("base_priority", router.priority())
                .put("effective_priority", view.effectivePriority())
                .put("vipset", view.isMaster() && !settings.addresses().isEmpty())
                .put("promote_secondaries", settings.master().promoteSecondaries())
                .put("adver_int", JsonObject.seconds(router.advertIntervalNanos()))
                .put("master_adver_int", JsonObject.seconds(view.masterAdvertIntervalNanos()))
                .put("accept", number(settings.master().accept()))
                .put("nopreempt", !router.preempt())
                .put("preempt_delay", Numbers.wholeSeconds(router.preemptDelayNanos()))
                .put("state", view.state().number())
                .put("wantstate", view.state().number())
                .put("version", router.version())
                .put("smtp_alert", view.sendsMail())
                .put("notify_deleted", settings.notifications().deletedReported());
    }

    private static void scripts(JsonObject data, Audience audience) {
        script(data, "script_backup", audience, Audience.Occasion.BACKUP);
        script(data, "script_master", audience, Audience.Occasion.MASTER);
        script(data, "script_fault", audience, Audience.Occasion.FAULT);
        script(data, "script_stop", audience, Audience.Occasion.STOP);
        script(data, "script_deleted", audience, Audience.Occasion.DELETED);
        audience.any().ifPresent(any -> data.put("script", ScriptLines.command(any)));
        script(data, "script_master_rx_lower_pri", audience, Audience.Occasion.MASTER_RX_LOWER_PRI);
    }

    private static void script(
            JsonObject data, String name, Audience audience, Audience.Occasion occasion) {
        if (audience.scripts().containsKey(occasion)) {
            data.put(name, ScriptLines.command(audience.scripts().get(occasion)));
        }
    }

    private static void possessions(JsonObject data, InstanceView view) {
        InstanceSettings settings = view.settings();
        AddressWords words = new AddressWords(view);
        list(data, "vips", words.of(settings.advertised()));
        list(data, "evips", words.of(settings.excluded()));
        list(data, "vroutes", settings.routing().routes().stream().map(RouteWords::of).toList());
        list(data, "vrules", settings.routing().rules().stream().map(RouteWords::of).toList());
    }

    private void trackers(JsonObject data, List<Tracker> trackers) {
        list(data, "track_ifp", names(trackers, TrackerKind.INTERFACE));
        list(
                data,
                "track_script",
                names(trackers, TrackerKind.SCRIPT).stream().map(commandOfScript).toList());
        list(data, "track_process", names(trackers, TrackerKind.PROCESS));
    }

    private static List<String> names(List<Tracker> trackers, TrackerKind kind) {
        return trackers.stream()
                .filter(tracker -> tracker.kind() == kind)
                .map(Tracker::name)
                .toList();
    }

    private static JsonObject authentication(JsonObject data, Authentication authentication) {
        int type =
                switch (authentication) {
                    case Authentication.SimpleText password -> 1;
                    case Authentication.IpsecAh password -> 2;
                    default -> 0;
                };
        data.put("auth_type", type);
        return type == 0 ? data : data.put("auth_data", MASK);
    }

    private static JsonObject stats(VrrpCounters counters) {
        return new JsonObject()
                .put("advert_rcvd", counters.advertRcvd())
                .put("advert_sent", counters.advertSent())
                .put("become_master", counters.becomeMaster())
                .put("release_master", counters.releaseMaster())
                .put("packet_len_err", counters.packetLenErr())
                .put("advert_interval_err", counters.advertIntervalErr())
                .put("ip_ttl_err", counters.ipTtlErr())
                .put("invalid_type_rcvd", counters.invalidTypeRcvd())
                .put("addr_list_err", counters.addrListErr())
                .put("invalid_authtype", counters.invalidAuthtype())
                .put("authtype_mismatch", counters.authtypeMismatch())
                .put("auth_failure", counters.authFailure())
                .put("pri_zero_rcvd", counters.priZeroRcvd())
                .put("pri_zero_sent", counters.priZeroSent());
    }

    private static void list(JsonObject data, String name, List<String> entries) {
        if (!entries.isEmpty()) {
            data.put(name, entries);
        }
    }

    private static int number(boolean value) {
        return value ? 1 : 0;
    }
}

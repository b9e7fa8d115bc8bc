package org.ninelives.vrrp.dump;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.ninelives.api.dump.DumpText;
import org.ninelives.api.json.JsonObject;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.vrrp.core.GarpSettings;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.Timers;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.wire.AuthHmac;
import org.ninelives.vrrp.wire.Authentication;

/** Virtual routers as text, with keepalived's labels in its order. */
public final class InstanceText {

    private static final long MICRO_NANOS = 1000;
    private static final long MILLI_NANOS = 1_000_000;

    private final DumpText page = new DumpText();
    private final ZoneId zone;
    private final Map<String, String> groupByMember;

    private InstanceText(ZoneId zone, Map<String, String> groupByMember) {
        this.zone = zone;
        this.groupByMember = groupByMember;
    }

    /**
     * All of them.
     *
     * @param groupByMember the name of the sync group of each that is in one
     */
    public static List<String> of(
            List<InstanceView> views, Map<String, String> groupByMember, ZoneId zone) {
        InstanceText text = new InstanceText(zone, groupByMember);
        views.forEach(text::write);
        return text.page.lines();
    }

    private void write(InstanceView view) {
        InstanceSettings settings = view.settings();
        page.thing("VRRP Instance", settings.name());
        page.say("VRRP Version", settings.router().version());
        if (groupByMember.containsKey(settings.name())) {
            page.say("Sync group", groupByMember.get(settings.name()));
        }
        if (settings.key().family() == IpAddress.Family.IPV6) {
            page.sentence("Using Native IPv6");
        }
        state(view);
        place(view);
        garp(settings.router().garp());
        election(view);
        authentication(settings.advert().authentication());
        possessions(view);
        peers(settings);
        trackers(settings.tracking().trackers());
        notifications(view);
    }

    private void state(InstanceView view) {
        boolean unicast = view.settings().advert().unicast();
        page.say("State", view.state());
        page.sentence(isUsual(view) ? "Flags: none" : "Flags:");
        if (unicast) {
            page.entry("Using unicast");
        }
        page.say("Wantstate", view.state());
        page.say("Number of config faults", view.settings().heldInFault().isPresent() ? 1 : 0);
        page.say("Number of interface and track script faults", view.faults());
        page.say("Number of track scripts init", view.awaited());
        page.say("Last transition", Numbers.moment(view.lastTransitionMillis(), zone));
        page.say(
                "Read timeout",
                view.deadlineMillis().isPresent()
                        ? Numbers.moment(view.deadlineMillis().getAsLong(), zone)
                        : "DISABLED");
        page.say("Master down timer", masterDownNanos(view) / MICRO_NANOS + " usecs");
    }

    /** Whether nothing is set that keepalived keeps as a flag; most have no words there. */
    private static boolean isUsual(InstanceView view) {
        InstanceSettings settings = view.settings();
        return !settings.advert().unicast()
                && settings.router().preempt()
                && settings.tracking().ownInterface()
                && view.virtualInterface().isEmpty();
    }

    private static long masterDownNanos(InstanceView view) {
        RouterSettings router = view.settings().router();
        return Timers.masterDownNanos(
                router.version(),
                view.effectivePriority(),
                view.masterAdvertIntervalNanos(),
                router.downTimerAdverts());
    }

    private void place(InstanceView view) {
        InstanceSettings settings = view.settings();
        String own = view.virtualInterface();
        if (own.isEmpty()) {
            page.say("Interface", view.configuredInterface());
        } else {
            page.say("Interface", own + ", vmac on " + view.configuredInterface());
        }
        if (!settings.tracking().ownInterface()) {
            page.sentence("VRRP interface tracking disabled");
        }
        view.source()
                .ifPresent(
                        source ->
                                page.say(
                                        "Using src_ip",
                                        source
                                                + (settings.source().isPresent()
                                                        ? " (from configuration)"
                                                        : "")));
        settings.key()
                .group()
                .ifPresent(group -> page.sentence("Multicast address " + multicast(view, group)));
    }

    private static String multicast(InstanceView view, IpAddress group) {
        return group.family() == IpAddress.Family.IPV4
                ? group.toString()
                : group + ", ifindex " + view.linkIndex();
    }

    private void garp(GarpSettings garp) {
        page.say("Gratuitous ARP delay", JsonObject.seconds(garp.delayNanos()).toPlainString());
        page.say("Gratuitous ARP repeat", garp.repeat());
        page.say("Gratuitous ARP refresh", Numbers.wholeSeconds(garp.refreshNanos()));
        page.say("Gratuitous ARP refresh repeat", garp.refreshRepeat());
        page.say(
                "Gratuitous ARP lower priority delay",
                Numbers.wholeSeconds(garp.lowerPriorityDelayNanos()));
        page.say("Gratuitous ARP lower priority repeat", garp.lowerPriorityRepeat());
    }

    private void election(InstanceView view) {
        InstanceSettings settings = view.settings();
        RouterSettings router = settings.router();
        page.say("Down timer adverts", router.downTimerAdverts());
        page.say(
                "Send advert after receive lower priority advert", !router.lowerPriorityNoAdvert());
        page.say(
                "Send advert after receive higher priority advert",
                router.higherPrioritySendAdvert());
        page.say("Virtual Router ID", settings.key().virtualRouterId());
        page.say("Priority", router.priority());
        page.say("Effective priority", view.effectivePriority());
        page.say("Total priority", view.effectivePriority());
        long interval = router.advertIntervalNanos();
        page.say(
                "Advert interval",
                router.version() == 2
                        ? Numbers.wholeSeconds(interval) + " sec"
                        : interval / MILLI_NANOS + " milli-sec");
        page.say("Accept", enabled(settings.master().accept()));
        page.say("Preempt", enabled(router.preempt()));
        if (router.preemptDelayNanos() > 0) {
            page.say(
                    "Preempt delay",
                    JsonObject.seconds(router.preemptDelayNanos()).toPlainString() + " secs");
        }
        page.say("Promote_secondaries", enabled(settings.master().promoteSecondaries()));
    }

    private void authentication(Authentication authentication) {
        switch (authentication) {
            case Authentication.None none -> {}
            case Authentication.SimpleText text -> password("SIMPLE_PASSWORD");
            case Authentication.IpsecAh header -> password("IPSEC_AH");
            case AuthHmac keyed -> page.say("Authentication type", "HMAC");
        }
    }

    private void password(String type) {
        page.say("Authentication type", type);
        page.say("Password", InstanceJson.MASK);
    }

    private void possessions(InstanceView view) {
        InstanceSettings settings = view.settings();
        AddressWords words = new AddressWords(view);
        List<String> advertised = words.of(settings.advertised());
        page.list("Virtual IP (" + advertised.size() + "):", advertised);
        page.list("Virtual IP Excluded :", words.of(settings.excluded()));
        page.list(
                "Virtual Routes :",
                settings.routing().routes().stream().map(RouteWords::of).toList());
        page.list(
                "Virtual Rules :",
                settings.routing().rules().stream().map(RouteWords::of).toList());
    }

    private void peers(InstanceSettings settings) {
        if (settings.advert().unicast()) {
            page.say("Unicast TTL", settings.advert().timeToLive());
            page.sentence(
                    "Check unicast src : " + (settings.advert().checkSource() ? "yes" : "no"));
            page.list(
                    "Unicast Peer :",
                    settings.peers().stream()
                            .map(
                                    peer ->
                                            peer.address()
                                                    + " min_ttl "
                                                    + peer.timeToLiveMin()
                                                    + " max_ttl "
                                                    + peer.timeToLiveMax())
                            .toList());
        }
    }

    private void trackers(List<Tracker> trackers) {
        TrackerLines.write(page, trackers, TrackerKind.INTERFACE);
        TrackerLines.write(page, trackers, TrackerKind.SCRIPT);
        TrackerLines.write(page, trackers, TrackerKind.FILE);
        TrackerLines.write(page, trackers, TrackerKind.PROCESS);
        TrackerLines.write(page, trackers, TrackerKind.BFD);
    }

    private void notifications(InstanceView view) {
        InstanceSettings settings = view.settings();
        page.say("Using smtp notification", view.sendsMail() ? "yes" : "no");
        page.say(
                "Notify deleted", settings.notifications().deletedReported() ? "Deleted" : "Fault");
        ScriptLines.write(page, settings.notifications().audience());
        page.say("Notify priority changes", settings.notifications().audience().priorityChanges());
    }

    private static String enabled(boolean value) {
        return value ? "enabled" : "disabled";
    }
}

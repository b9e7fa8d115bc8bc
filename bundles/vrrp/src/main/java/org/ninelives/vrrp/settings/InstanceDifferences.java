package org.ninelives.vrrp.settings;

import java.util.List;
import org.ninelives.api.configuration.DifferenceList;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.vrrp.core.GarpSettings;
import org.ninelives.vrrp.core.Tracker;

/** What is different between two versions of one instance, in the words of its keywords. */
final class InstanceDifferences {

    private static final double SECOND_NANOS = 1e9;

    private InstanceDifferences() {}

    static List<String> between(InstanceSettings now, InstanceSettings next) {
        DifferenceList<InstanceSettings> list =
                new DifferenceList<>(now, next).of("name", InstanceSettings::name);
        election(list);
        trackers(list);
        adverts(list);
        possessions(list);
        return list.list();
    }

    private static void election(DifferenceList<InstanceSettings> list) {
        list.of("priority", settings -> settings.router().priority())
                .of("version", settings -> settings.router().version())
                .of("advert_int", settings -> seconds(settings.router().advertIntervalNanos()))
                .of("preempt", settings -> settings.router().preempt())
                .of("preempt_delay", settings -> seconds(settings.router().preemptDelayNanos()))
                .of("down_timer_adverts", settings -> settings.router().downTimerAdverts())
                .of("startup_delay", settings -> seconds(settings.router().startDelayNanos()))
                .of("lower_prio_no_advert", settings -> settings.router().lowerPriorityNoAdvert())
                .of(
                        "higher_prio_send_advert",
                        settings -> settings.router().higherPrioritySendAdvert())
                .of("owner_ignore_adverts", settings -> settings.router().ownerIgnoresAdverts())
                .of("timer_expired_backup", settings -> settings.router().timerExpiredPriority())
                .of("witness", settings -> settings.master().witness())
                .of("dont_track_primary", settings -> !settings.tracking().ownInterface())
                .of("track_src_ip", settings -> settings.tracking().sourceAddress())
                .of("held in fault", InstanceSettings::heldInFault);
    }

    private static void trackers(DifferenceList<InstanceSettings> list) {
        for (TrackerKind kind : TrackerKind.values()) {
            list.of(
                    TrackerKeywords.of(kind).name(),
                    settings ->
                            settings.tracking().trackers().stream()
                                    .filter(tracker -> tracker.kind() == kind)
                                    .map(InstanceDifferences::words)
                                    .toList());
        }
    }

    private static String words(Tracker tracker) {
        return tracker.name()
                + (tracker.weight() == 0 ? "" : " weight " + tracker.weight())
                + (tracker.reverse() ? " reverse" : "");
    }

    private static void adverts(DifferenceList<InstanceSettings> list) {
        list.of("unicast_peer", InstanceSettings::peers)
                .of("source address", InstanceSettings::source)
                .of("unicast_ttl", settings -> settings.advert().timeToLive())
                .of("check_unicast_src", settings -> settings.advert().checkSource())
                .of("v3_checksum_as_v2", settings -> settings.advert().checksumAsV2())
                .of("old_unicast_checksum", settings -> settings.advert().oldChecksum())
                .of("skip_check_adv_addr", settings -> settings.advert().skipCheckForSameMaster())
                .hidden("authentication", settings -> settings.advert().authentication())
                .of("receive buffer", settings -> settings.transport().receiveBuffer())
                .of("vrf", settings -> settings.transport().vrf())
                .of(
                        "unicast in strict mode",
                        settings -> settings.transport().onlyWithoutMulticast())
                .of("strict_mode", settings -> settings.transport().strict());
    }

    private static void possessions(DifferenceList<InstanceSettings> list) {
        list.of("virtual_ipaddress", InstanceSettings::advertised)
                .of("virtual_ipaddress_excluded", InstanceSettings::excluded)
                .of("virtual_routes", settings -> settings.routing().routes())
                .of("virtual_rules", settings -> settings.routing().rules())
                .of("virtual interface", settings -> settings.virtualInterfaces().own())
                .of(
                        "virtual interfaces of addresses",
                        settings -> settings.virtualInterfaces().forAddresses())
                .of("accept", settings -> settings.master().accept())
                .of("promote_secondaries", settings -> settings.master().promoteSecondaries())
                .of("garp_extra_if", settings -> settings.master().extraAnnouncements())
                .hidden("notifications", InstanceSettings::notifications)
                .of("garp", settings -> garp(settings.router().garp()));
    }

    private static double seconds(long nanos) {
        return nanos / SECOND_NANOS;
    }

    private static String garp(GarpSettings garp) {
        return "%d after %ss, refresh %d every %ss, lower %d after %ss"
                .formatted(
                        garp.repeat(),
                        seconds(garp.delayNanos()),
                        garp.refreshRepeat(),
                        seconds(garp.refreshNanos()),
                        garp.lowerPriorityRepeat(),
                        seconds(garp.lowerPriorityDelayNanos()));
    }
}

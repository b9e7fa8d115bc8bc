package org.ninelives.vrrp.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.management.TrackerWeightDetails;
import org.ninelives.api.management.VirtualAddressDetails;
import org.ninelives.api.management.VrrpInstanceDetails;
import org.ninelives.api.management.VrrpRoutingDetails;
import org.ninelives.api.management.VrrpSyncGroupDetails;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.script.Script;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.SyncGroupSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.ninelives.vrrp.settings.VrrpSettings;
import org.ninelives.vrrp.wire.Authentication;

/** What a configuration says of a virtual router or a sync group, for its bean. */
final class Details {

    private Details() {}

    static VrrpInstanceDetails ofInstance(VrrpSettings settings, String name) {
        List<InstanceSettings> all = settings.instances();
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place).name().equals(name)) {
                return of(all.get(place), place + 1, groupOf(settings, name));
            }
        }
        return VrrpInstanceDetails.gone();
    }

    static VrrpRoutingDetails routing(VrrpSettings settings, String instance) {
        return settings.instances().stream()
                .filter(each -> each.name().equals(instance))
                .findFirst()
                .map(each -> RoutingDetails.of(each.routing()))
                .orElse(VrrpRoutingDetails.NONE);
    }

    private static String groupOf(VrrpSettings settings, String instance) {
        return settings.groups().stream()
                .filter(group -> group.members().contains(instance))
                .map(SyncGroupSettings::name)
                .findFirst()
                .orElse("");
    }

    private static VrrpInstanceDetails of(InstanceSettings settings, int place, String group) {
        String running = runningInterface(settings);
        Audience audience = settings.notifications().audience();
        return new VrrpInstanceDetails(
                place,
                group,
                settings.master().initiallyMaster(),
                running,
                settings.router().preempt(),
                TimeUnit.NANOSECONDS.toMillis(settings.router().preemptDelayNanos()),
                authentication(settings.advert().authentication()),
                TimeUnit.NANOSECONDS.toMillis(settings.router().garp().delayNanos()),
                audience.smtpAlert().orElse(false),
                scripts(audience),
                settings.master().accept(),
                settings.master().promoteSecondaries(),
                settings.notifications().deletedReported(),
                settings.key().group().map(Object::toString).orElse(""),
                settings.addresses().stream()
                        .map(each -> address(each, running, settings.advertised().contains(each)))
                        .toList(),
                trackers(settings.tracking().trackers()));
    }

    private static String runningInterface(InstanceSettings settings) {
        return settings.virtualInterfaces()
                .own()
                .map(own -> own.link().names().getFirst())
                .or(() -> settings.key().interfaceName())
                .map(InterfaceName::name)
                .orElse("");
    }

    private static String authentication(Authentication authentication) {
        return switch (authentication) {
            case Authentication.None none -> "NONE";
            case Authentication.SimpleText password -> "PASS";
            case Authentication.IpsecAh password -> "AH";
            default -> "HMAC";
        };
    }

    private static Map<String, String> scripts(Audience audience) {
        Map<String, String> commands = new LinkedHashMap<>();
        audience.scripts().forEach((occasion, it) -> commands.put(occasion.name(), command(it)));
        audience.any().ifPresent(any -> commands.put("ANY", command(any)));
        return commands;
    }

    /** Each word in quotes. */
    private static String command(Script script) {
        return "'" + String.join("' '", script.words()) + "'";
    }

    static VirtualAddressDetails address(
            VirtualAddress address, String running, boolean advertised) {
        return new VirtualAddressDetails(
                address.prefix().toString(),
                address.device().map(InterfaceName::name).orElse(running),
                address.scope(),
                address.broadcast().map(Object::toString).orElse(""),
                address.label().orElse(""),
                address.options().peer().map(Object::toString).orElse(""),
                advertised);
    }

    private static List<TrackerWeightDetails> trackers(List<Tracker> trackers) {
        return trackers.stream()
                .map(
                        each ->
                                new TrackerWeightDetails(
                                        each.kind().word(),
                                        each.name(),
                                        each.weight(),
                                        each.reverse()))
                .toList();
    }

    static VrrpSyncGroupDetails ofGroup(VrrpSettings settings, String name) {
        List<SyncGroupSettings> all = settings.groups();
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place).name().equals(name)) {
                return of(all.get(place), place + 1);
            }
        }
        return VrrpSyncGroupDetails.gone();
    }

    private static VrrpSyncGroupDetails of(SyncGroupSettings settings, int place) {
        Audience audience = settings.notifications().audience();
        return new VrrpSyncGroupDetails(
                place,
                settings.members(),
                audience.smtpAlert().orElse(false),
                scripts(audience),
                settings.trackingWeight(),
                trackers(settings.trackers()));
    }
}

package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.wire.AdvertFormat;
import org.ninelives.vrrp.wire.UnicastPeer;

/**
 * Everything one {@code vrrp_instance} asks for, checked and with all defaults filled in.
 *
 * @param name its name
 * @param key which virtual router it is
 * @param router what the state machine runs by
 * @param advert what its adverts look like
 * @param source the address adverts are sent from; the first usable one of the interface when empty
 * @param peers where unicast adverts go; empty for multicast
 * @param advertised the addresses told in adverts
 * @param excluded further addresses the master owns
 * @param routing the routes and rules the master owns
 * @param tracking what else decides whether it may take part
 * @param virtualInterfaces the interfaces of its own it asks for
 * @param transport how adverts travel
 * @param master how it behaves as master
 * @param deletedReported its removal by a reload is told as DELETED instead of FAULT ({@code
 *     notify_deleted})
 * @param audience who wants to be told what happens to it
 * @param heldInFault why it may never take part as it is configured; nothing when empty
 */
public record InstanceSettings(
        String name,
        InstanceKey key,
        RouterSettings router,
        AdvertFormat advert,
        Optional<IpAddress> source,
        List<UnicastPeer> peers,
        List<VirtualAddress> advertised,
        List<VirtualAddress> excluded,
        Routing routing,
        TrackingSettings tracking,
        VirtualInterfaces virtualInterfaces,
        TransportSettings transport,
        MasterSettings master,
        boolean deletedReported,
        Audience audience,
        Optional<String> heldInFault) {

    public InstanceSettings {
        peers = List.copyOf(peers);
        advertised = List.copyOf(advertised);
        excluded = List.copyOf(excluded);
    }

    /** An instance with everything at its default but what its adverts and addresses need. */
    public static InstanceSettings of(
            String name,
            InstanceKey key,
            RouterSettings router,
            AdvertFormat advert,
            List<VirtualAddress> advertised) {
        return new InstanceSettings(
                name,
                key,
                router,
                advert,
                Optional.empty(),
                List.of(),
                advertised,
                List.of(),
                Routing.NONE,
                TrackingSettings.DEFAULT,
                VirtualInterfaces.NONE,
                TransportSettings.DEFAULT,
                MasterSettings.DEFAULT,
                false,
                Audience.NONE,
                Optional.empty());
    }

    /** The same as the how manieth of several unicast instances of one VRID. */
    InstanceSettings withOrdinal(int ordinal) {
        if (ordinal == key.ordinal()) {
            return this;
        }
        return new InstanceSettings(
                name,
                key.withOrdinal(ordinal),
                router,
                advert,
                source,
                peers,
                advertised,
                excluded,
                routing,
                tracking,
                virtualInterfaces,
                transport,
                master,
                deletedReported,
                audience,
                heldInFault);
    }

    /** The same with other things to watch. */
    InstanceSettings withTrackers(List<Tracker> trackers) {
        return new InstanceSettings(
                name,
                key,
                router,
                advert,
                source,
                peers,
                advertised,
                excluded,
                routing,
                new TrackingSettings(tracking.ownInterface(), tracking.sourceAddress(), trackers),
                virtualInterfaces,
                transport,
                master,
                deletedReported,
                audience,
                heldInFault);
    }

    /** All addresses the master owns, advertised ones first. */
    public List<VirtualAddress> addresses() {
        List<VirtualAddress> all = new ArrayList<>(advertised);
        all.addAll(excluded);
        return all;
    }

    /** It, as events tell of it. */
    public VrrpSubject subject() {
        return new VrrpSubject(
                VrrpSubject.Kind.INSTANCE,
                name,
                OptionalInt.of(key.virtualRouterId()),
                key.interfaceName().map(InterfaceName::name).orElse(""),
                addresses().stream().map(VirtualAddress::prefix).toList(),
                audience);
    }
}

package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.RouterSettings;
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
 * @param receiveBufferBytes size of the socket's buffer; the kernel's default when empty
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
        OptionalInt receiveBufferBytes) {

    public InstanceSettings {
        peers = List.copyOf(peers);
        advertised = List.copyOf(advertised);
        excluded = List.copyOf(excluded);
    }

    /** All addresses the master owns, advertised ones first. */
    public List<VirtualAddress> addresses() {
        List<VirtualAddress> all = new ArrayList<>(advertised);
        all.addAll(excluded);
        return all;
    }
}

package org.ninelives.vrrp.engine;

import java.util.List;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.wire.AdvertEncoder;
import org.ninelives.vrrp.wire.UnicastPeer;
import org.ninelives.vrrp.wire.WireMemory;

/**
 * The adverts one virtual router sends: to its group, or to each peer. Sending allocates nothing.
 */
final class Transmission {

    private final AdvertEncoder encoder;
    private final Channels.Channel channel;
    private final List<IpAddress> destinations;

    Transmission(
            InstanceSettings settings,
            IpAddress source,
            WireMemory memory,
            Channels.Channel channel) {
        this.encoder = new AdvertEncoder(settings.advert(), source, memory);
        this.channel = channel;
        this.destinations =
                settings.key()
                        .group()
                        .map(List::of)
                        .orElseGet(
                                () -> settings.peers().stream().map(UnicastPeer::address).toList());
    }

    /** Sends one advert of this priority, 0..255, to every destination. */
    void send(int priority) {
        long epochMillis = System.currentTimeMillis();
        for (int i = 0; i < destinations.size(); i++) {
            IpAddress destination = destinations.get(i);
            channel.send(encoder.encode(priority, destination, epochMillis), destination);
        }
    }
}

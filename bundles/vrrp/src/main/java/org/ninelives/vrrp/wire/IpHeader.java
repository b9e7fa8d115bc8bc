package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;

/**
 * The header in front of an advert, read and written. One object a family and no state; packets
 * begin at the position of the buffer.
 */
sealed interface IpHeader permits Ipv4Header, Ipv6Header {

    /** Precedence "internetwork control", as routing protocols use it. */
    int INTERNETWORK_CONTROL = 0xc0;

    static IpHeader of(IpAddress.Family family) {
        return family == IpAddress.Family.IPV4 ? Ipv4Header.INSTANCE : Ipv6Header.INSTANCE;
    }

    IpAddress.Family family();

    /** The length of a header without options, which is what we send. */
    int bytes();

    /** Whether a header of this family stands at the start; its options may be cut off. */
    boolean isAt(ByteBuffer packet);

    /** The length of a header that {@link #isAt} its place. */
    int bytes(ByteBuffer packet);

    /** The protocol of what follows the header. */
    int protocol(ByteBuffer packet);

    int timeToLive(ByteBuffer packet);

    /** How long the packet is by its header. */
    int totalBytes(ByteBuffer packet);

    long sourceHigh(ByteBuffer packet);

    long sourceLow(ByteBuffer packet);

    IpAddress destination(ByteBuffer packet);

    boolean isToMulticast(ByteBuffer packet);

    /** The sum of the source and destination of a packet. */
    int addressSum(ByteBuffer packet);

    /** The sum of an address. */
    int addressSum(IpAddress address);

    /**
     * Puts a header at the position, without destination.
     *
     * @param payloadBytes how much will follow
     */
    void put(ByteBuffer packet, int protocol, int payloadBytes, int timeToLive, IpAddress source);

    /** Makes the header that of the next packet. */
    void complete(ByteBuffer packet, int identification, IpAddress destination);

    /** The source address of a packet as a value; allocates. */
    default IpAddress source(ByteBuffer packet) {
        return new IpAddress(family(), sourceHigh(packet), sourceLow(packet));
    }
}

package org.ninelives.testkit;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.NeighbourWatch;

/** Hears the frames of one interface that claim addresses. */
final class FakeNeighbourWatch implements NeighbourWatch {

    /** Where an Ethernet frame says what it carries, and an IPv6 header what follows it. */
    private static final int ETHERTYPE = 12;

    private static final int NEXT_HEADER = 14 + 6;
    private static final int ICMPV6_TYPE = 14 + 40;

    private static final short ARP = 0x0806;
    private static final short IPV6 = (short) 0x86dd;
    private static final int ICMPV6 = 58;
    private static final int NEIGHBOUR_ADVERTISEMENT = 136;

    private final FakeLoop loop;
    private final int linkIndex;
    private final IpAddress.Family family;
    private final Receiver receiver;
    private boolean closed;

    FakeNeighbourWatch(FakeLoop loop, int linkIndex, IpAddress.Family family, Receiver receiver) {
        this.loop = loop;
        this.linkIndex = linkIndex;
        this.family = family;
        this.receiver = receiver;
    }

    boolean hears(int onLink, ByteBuffer frame) {
        if (onLink != linkIndex || frame.limit() < ETHERTYPE + Short.BYTES) {
            return false;
        }
        short type = frame.getShort(ETHERTYPE);
        return switch (family) {
            case IPV4 -> type == ARP;
            case IPV6 ->
                    type == IPV6
                            && frame.limit() > ICMPV6_TYPE
                            && frame.get(NEXT_HEADER) == ICMPV6
                            && Byte.toUnsignedInt(frame.get(ICMPV6_TYPE))
                                    == NEIGHBOUR_ADVERTISEMENT;
        };
    }

    void hear(long nowNanos, ByteBuffer frame) {
        if (!closed) {
            receiver.heard(nowNanos, linkIndex, frame);
        }
    }

    @Override
    public void close() {
        closed = true;
        loop.forget(this);
    }
}

package org.ninelives.benchmarks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A VRRP advert over IPv4 seen on the wire.
 *
 * @param nanos when the kernel saw it, nanoseconds since 1970 UTC
 * @param source who sent it
 * @param priority 0 when the sender resigns
 */
record Advert(long nanos, String source, int priority) {

    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int PROTOCOL_VRRP = 112;
    private static final int ETHERNET_BYTES = 14;
    private static final int IP_BYTES_MIN = 20;

    /** Reads an Ethernet frame; empty if it is anything else. */
    static Optional<Advert> of(long nanos, byte[] frame) {
        if (frame.length < ETHERNET_BYTES + IP_BYTES_MIN) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(frame).order(ByteOrder.BIG_ENDIAN);
        int headerBytes = (bytes.get(ETHERNET_BYTES) & 0x0f) * 4;
        int vrrp = ETHERNET_BYTES + headerBytes;
        boolean isAdvert =
                (bytes.getShort(12) & 0xffff) == ETHERTYPE_IPV4
                        && (bytes.get(ETHERNET_BYTES + 9) & 0xff) == PROTOCOL_VRRP
                        && frame.length > vrrp + 2;
        if (!isAdvert) {
            return Optional.empty();
        }
        byte[] source = new byte[4];
        bytes.get(ETHERNET_BYTES + 12, source);
        try {
            return Optional.of(
                    new Advert(
                            nanos,
                            InetAddress.getByAddress(source).getHostAddress(),
                            bytes.get(vrrp + 2) & 0xff));
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes are an IPv4 address", e);
        }
    }
}

package org.ninelives.testkit.contract;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AdvertSocket;

/** IPv4 packets of protocol 112 with a payload that says which one it is. */
public final class Packets {

    /** Length of an IPv4 header without options, RFC 791 section 3.1. */
    public static final int HEADER = 20;

    private static final int CHECKSUM = 10;

    private Packets() {}

    /** A packet of that many bytes whose payload begins with a number. */
    public static ByteBuffer packet(String source, String destination, int number, int length) {
        ByteBuffer packet = ByteBuffer.allocate(length);
        packet.put(0, (byte) 0x45)
                .put(1, (byte) 0xc0)
                .putShort(2, (short) length)
                .putShort(4, (short) (number + 1)) // The kernel replaces an identification of 0.
                .put(8, (byte) 255)
                .put(9, (byte) AdvertSocket.PROTOCOL)
                .putInt(12, IpAddress.of(source).ipv4Bits())
                .putInt(16, IpAddress.of(destination).ipv4Bits())
                .putInt(HEADER, number);
        return packet;
    }

    /** The number in a packet made here. */
    public static int number(ByteBuffer packet) {
        return packet.getInt(HEADER);
    }

    /** A copy without the header's checksum, which the kernel may fill in. */
    public static ByteBuffer withoutChecksum(ByteBuffer packet) {
        ByteBuffer copy = ByteBuffer.allocate(packet.limit());
        return copy.put(0, packet, 0, packet.limit()).putShort(CHECKSUM, (short) 0);
    }
}

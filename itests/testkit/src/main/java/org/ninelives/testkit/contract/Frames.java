package org.ninelives.testkit.contract;

import java.nio.ByteBuffer;

/** Ethernet frames that say which one they are by the last four bytes of the address they claim. */
public final class Frames {

    /** Ethernet header and ARP, RFC 826. */
    private static final int ARP_LENGTH = 14 + 28;

    private static final int ARP_SENDER = 14 + 14;

    /** Ethernet and IPv6 headers, and a neighbour advertisement, RFC 4861 section 4.4. */
    private static final int ADVERTISEMENT_LENGTH = 14 + 40 + 24;

    private static final int ICMPV6 = 14 + 40;
    private static final int TARGET = ICMPV6 + 8;

    private static final short ARP = 0x0806;
    private static final short IPV6 = (short) 0x86dd;

    private Frames() {}

    /** A gratuitous ARP request. */
    public static ByteBuffer arp(int number) {
        ByteBuffer frame = ethernet(ARP_LENGTH, ARP);
        frame.position(14);
        frame.putShort((short) 1).putShort((short) 0x0800).put((byte) 6).put((byte) 4);
        frame.putShort((short) 1).put(new byte[] {2, 0, 0, 0, 0, 9}).putInt(number);
        return frame.putInt(ARP_SENDER + 10, number).clear();
    }

    /** An unsolicited neighbour advertisement. */
    public static ByteBuffer advertisement(int number) {
        return icmpv6(136, number);
    }

    /** A neighbour solicitation, which claims nothing. */
    public static ByteBuffer solicitation(int number) {
        return icmpv6(135, number);
    }

    private static ByteBuffer icmpv6(int type, int number) {
        return ethernet(ADVERTISEMENT_LENGTH, IPV6)
                .put(14, (byte) 0x60)
                .putShort(14 + 4, (short) 24)
                .put(14 + 6, (byte) 58)
                .put(14 + 7, (byte) 255)
                .put(ICMPV6, (byte) type)
                .putInt(TARGET, 0x2001_0db8)
                .putInt(TARGET + 12, number);
    }

    private static ByteBuffer ethernet(int length, short type) {
        ByteBuffer frame = ByteBuffer.allocate(length);
        for (int i = 0; i < 6; i++) {
            frame.put(i, (byte) 0xff);
        }
        return frame.put(6, (byte) 2).put(11, (byte) 9).putShort(12, type);
    }

    /** The number in a frame made here. */
    public static int number(ByteBuffer frame) {
        return frame.getInt(frame.getShort(12) == ARP ? ARP_SENDER : TARGET + 12);
    }
}

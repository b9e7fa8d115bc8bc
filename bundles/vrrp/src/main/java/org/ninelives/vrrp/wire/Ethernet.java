package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/** The header of an Ethernet frame, IEEE 802.3, and its 48-bit addresses. */
final class Ethernet {

    static final int HEADER = 14;
    static final int SOURCE = 6;
    static final int TYPE = 12;

    static final short TYPE_ARP = 0x0806;
    static final short TYPE_IPV6 = (short) 0x86dd;

    /** In the first byte of an address: it names a group. */
    private static final long GROUP_BIT = 1L << 40;

    private Ethernet() {}

    static void put(ByteBuffer frame, long address) {
        frame.putShort((short) (address >>> 32)).putInt((int) address);
    }

    static long addressAt(ByteBuffer frame, int at) {
        return (frame.getShort(at) & 0xffffL) << 32 | (frame.getInt(at + 2) & 0xffff_ffffL);
    }

    /** Whether an address is that of one interface. */
    static boolean isOfOne(long address) {
        return address != 0 && (address & GROUP_BIT) == 0;
    }
}

package org.ninelives.ipvs.wire;

import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;

/** Reads statistics, of 64 bits where the kernel has them (since Linux 4.1). One thread. */
final class CountersReader {

    /** In the order of the attributes, which begin with number one. */
    private final long[] values = new long[IpvsNumbers.STATS_ATTR_OUTBPS];

    private boolean isWide;

    /** Reads an attribute that holds them; those of 64 bits count whichever comes first. */
    void read(AttributeReader nested, boolean wide) throws NetlinkFormatException {
        if (isWide && !wide) {
            return;
        }
        isWide = wide;
        while (nested.next()) {
            int type = nested.type();
            if (type >= IpvsNumbers.STATS_ATTR_CONNS && type <= IpvsNumbers.STATS_ATTR_OUTBPS) {
                values[type - 1] = number(nested);
            }
        }
    }

    /** The narrow ones count bytes in 64 bits and all else in 32. */
    private static long number(AttributeReader attribute) throws NetlinkFormatException {
        return attribute.length() >= Long.BYTES
                ? attribute.asLong()
                : Integer.toUnsignedLong(attribute.asInt());
    }

    IpvsCounters counters() {
        return new IpvsCounters(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6],
                values[7], values[8], values[9]);
    }
}

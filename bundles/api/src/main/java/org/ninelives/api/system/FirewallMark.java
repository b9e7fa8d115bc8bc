package org.ninelives.api.system;

/**
 * A mark on packets and which of its bits count.
 *
 * @param value 0..2^32-1
 * @param mask 0..2^32-1
 */
public record FirewallMark(long value, long mask) {

    public FirewallMark {
        Unsigned.check("fwmark", value, 0, Unsigned.INT_MAX);
        Unsigned.check("fwmark mask", mask, 0, Unsigned.INT_MAX);
    }

    /** A mark of which all bits count. */
    public static FirewallMark of(long value) {
        return new FirewallMark(value, Unsigned.INT_MAX);
    }
}

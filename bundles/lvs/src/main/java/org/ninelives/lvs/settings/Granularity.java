package org.ninelives.lvs.settings;

import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;

/**
 * Which clients count as one for persistence: those whose addresses agree so far.
 *
 * @param length of the prefix
 * @param mask whether it was written as a mask, which only an IPv4 address has
 */
record Granularity(int length, boolean mask) {

    static final ArgumentType<Granularity> TYPE =
            ArgumentTypes.word("IPv4 mask or prefix length").map(Granularity::of);

    /**
     * Reads {@code 255.255.255.0} or {@code 64}.
     *
     * @throws IllegalArgumentException worded for the operator
     */
    private static Granularity of(String text) {
        if (text.matches("[0-9]{1,3}")) {
            int length = Integer.parseInt(text);
            if (length < 1 || length > IpAddress.Family.IPV6.bits()) {
                throw new IllegalArgumentException(text + " is not a prefix length in 1..128");
            }
            return new Granularity(length, false);
        }
        int bits =
                IpAddress.parse(text)
                        .filter(address -> address.family() == IpAddress.Family.IPV4)
                        .map(IpAddress::ipv4Bits)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                text
                                                        + " is neither a mask such as 255.255.255.0"
                                                        + " nor a prefix length"));
        int length = Integer.numberOfLeadingZeros(~bits);
        if (length == 0 || (bits << length != 0 && length < Integer.SIZE)) {
            throw new IllegalArgumentException(
                    text + " is not a mask of ones followed by zeros, such as 255.255.255.0");
        }
        return new Granularity(length, true);
    }

    /** Whether addresses of this family can agree so far. */
    boolean fits(IpAddress.Family family) {
        return length <= family.bits() && (!mask || family == IpAddress.Family.IPV4);
    }
}

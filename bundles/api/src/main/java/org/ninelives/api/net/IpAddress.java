package org.ninelives.api.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address as a number. IPv4 addresses stand in the low 32 bits. Ordered by family,
 * then as unsigned numbers, which is the order RFC 9568 section 6.4.3 breaks ties by.
 */
public record IpAddress(Family family, long high, long low) implements Comparable<IpAddress> {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /** 2^64 divided by the golden ratio: spreads neighbouring numbers over all bits. */
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /** The address families. */
    public enum Family {
        IPV4(4),
        IPV6(16);

        private final int bytes;

        Family(int bytes) {
            this.bytes = bytes;
        }

        /** Length of an address: 4 or 16. */
        public int bytes() {
            return bytes;
        }

        /** {@code IPv4} or {@code IPv6}. */
        public String label() {
            return "IPv" + (this == IPV4 ? 4 : 6);
        }

        /** Length of an address: 32 or 128. */
        public int bits() {
            return bytes * Byte.SIZE;
        }
    }

    public IpAddress {
        if (family == Family.IPV4 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits");
        }
    }

    /** The IPv4 address with these 32 bits in network order. */
    public static IpAddress ofIpv4(int bits) {
        return new IpAddress(Family.IPV4, 0, Integer.toUnsignedLong(bits));
    }

    /** The address whose bytes in network order are these 4 or 16. */
    public static IpAddress ofBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return switch (bytes.length) {
            case 4 -> ofIpv4(buffer.getInt());
            case 16 -> new IpAddress(Family.IPV6, buffer.getLong(), buffer.getLong());
            default ->
                    throw new IllegalArgumentException(
                            "an address has 4 or 16 bytes, not " + bytes.length);
        };
    }

    /** Reads {@code 192.0.2.1} or {@code fe80::1}; never asks a name server. */
    public static Optional<IpAddress> parse(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ofBytes(InetAddress.getByName(text).getAddress()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException worded for the operator
     */
    public static IpAddress of(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException(text + " is not an IP address"));
    }

    /** The bytes in network order, 4 or 16. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(family.bytes());
        if (family == Family.IPV4) {
            return buffer.putInt((int) low).array();
        }
        return buffer.putLong(high).putLong(low).array();
    }

    /** The 32 bits of an IPv4 address. */
    public int ipv4Bits() {
        if (family != Family.IPV4) {
            throw new IllegalStateException(this + " is not an IPv4 address");
        }
        return (int) low;
    }

    /** 224.0.0.0/4 or ff00::/8. */
    public boolean isMulticast() {
        return family == Family.IPV4 ? low >>> 28 == 0xe : high >>> 56 == 0xff;
    }

    /** 169.254.0.0/16 or fe80::/10. */
    public boolean isLinkLocal() {
        return family == Family.IPV4 ? low >>> 16 == 0xa9fe : high >>> 54 == 0x3fa;
    }

    @Override
    public int compareTo(IpAddress other) {
        int byFamily = family.compareTo(other.family);
        if (byFamily != 0) {
            return byFamily;
        }
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    // Written out, as tables of tens of thousands of addresses are searched between two adverts:
    // what a record does by itself takes many times as long, and puts the addresses of a network
    // into few places of a table.

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress that
                && low == that.low
                && high == that.high
                && family == that.family;
    }

    @Override
    public int hashCode() {
        return (int) (((31 * high + low) * SPREAD) >>> 32);
    }

    /** The usual notation; IPv6 as RFC 5952 writes it. */
    @Override
    public String toString() {
        return family == Family.IPV4
                ? (low >>> 24)
                        + "."
                        + (low >>> 16 & 0xff)
                        + "."
                        + (low >>> 8 & 0xff)
                        + "."
                        + (low & 0xff)
                : Ipv6Text.format(high, low);
    }
}

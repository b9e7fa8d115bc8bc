package org.ninelives.api.net;

/**
 * An address with the length of its network part. The host bits are kept: {@code 10.0.0.5/24} is an
 * address on a network.
 *
 * @param address the address
 * @param length bits of the network part, 0..32 or 0..128
 */
public record IpPrefix(IpAddress address, int length) {

    public IpPrefix {
        int max = address.family().bits();
        if (length < 0 || length > max) {
            throw new IllegalArgumentException("prefix length " + length + " is not in 0.." + max);
        }
    }

    /** The address alone: /32 or /128. */
    public static IpPrefix host(IpAddress address) {
        return new IpPrefix(address, address.family().bits());
    }

    /**
     * Reads {@code 10.0.0.5/24}, or an address alone, which is a host prefix.
     *
     * @throws IllegalArgumentException worded for the operator
     */
    public static IpPrefix of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return host(IpAddress.of(text));
        }
        IpAddress address = IpAddress.of(text.substring(0, slash));
        String length = text.substring(slash + 1);
        if (!length.matches("\\d{1,3}")) {
            throw new IllegalArgumentException(
                    "prefix length '" + length + "' is not in 0.." + address.family().bits());
        }
        return new IpPrefix(address, Integer.parseInt(length));
    }

    /** The same without host bits: {@code 10.0.0.0/24} for {@code 10.0.0.5/24}. */
    public IpPrefix network() {
        boolean ipv4 = address.family() == IpAddress.Family.IPV4;
        long high = ipv4 ? 0 : address.high() & mask(length);
        long low = address.low() & (ipv4 ? mask(length + 32) & 0xffff_ffffL : mask(length - 64));
        return new IpPrefix(new IpAddress(address.family(), high, low), length);
    }

    /** The upper bits of 64, as many as asked for and there are. */
    private static long mask(int bits) {
        return bits <= 0 ? 0 : -1L << Math.max(0, Long.SIZE - bits);
    }

    // Written out for the same reason as those of the address.

    @Override
    public boolean equals(Object other) {
        return other instanceof IpPrefix that
                && length == that.length
                && address.equals(that.address);
    }

    @Override
    public int hashCode() {
        return address.hashCode() + length;
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}

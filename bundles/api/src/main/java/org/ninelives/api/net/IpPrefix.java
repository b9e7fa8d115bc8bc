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

    @Override
    public String toString() {
        return address + "/" + length;
    }
}

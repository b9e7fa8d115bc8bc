package org.ninelives.management.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a client comes from, as far as it can be held to account: an IPv4 address, or the 64 bits
 * in front of an IPv6 address, as one host may use all the others.
 *
 * @param text such as {@code 192.0.2.1} or {@code 2001:db8:0:0:0:0:0:0/64}
 * @param isLocal whether it is this host's loopback
 */
record Origin(String text, boolean isLocal) {

    private static final int NETWORK_BYTES = 8;

    static Origin of(InetAddress address) {
        if (address.isLoopbackAddress() || !(address instanceof Inet6Address)) {
            return new Origin(address.getHostAddress(), address.isLoopbackAddress());
        }
        byte[] network = address.getAddress();
        Arrays.fill(network, NETWORK_BYTES, network.length, (byte) 0);
        try {
            return new Origin(InetAddress.getByAddress(network).getHostAddress() + "/64", false);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

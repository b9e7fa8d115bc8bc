package org.ninelives.vrrp.settings;

import org.ninelives.api.net.IpAddress;

/** What the address families are called. */
public final class Families {

    private Families() {}

    /** {@code IPv4} or {@code IPv6}. */
    public static String name(IpAddress.Family family) {
        return family == IpAddress.Family.IPV4 ? "IPv4" : "IPv6";
    }
}

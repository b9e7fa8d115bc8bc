package org.ninelives.api.system;

import java.util.Locale;

/** What becomes of packets that take a route (RTN_* of linux/rtnetlink.h). */
public enum RouteType {
    UNICAST(1),
    LOCAL(2),
    BROADCAST(3),
    ANYCAST(4),
    MULTICAST(5),
    BLACKHOLE(6),
    UNREACHABLE(7),
    PROHIBIT(8),
    THROW(9),
    NAT(10);

    private final int number;

    RouteType(int number) {
        this.number = number;
    }

    /** The word of {@code ip route}: {@code blackhole}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kernel's number, 1..10. */
    public int number() {
        return number;
    }
}

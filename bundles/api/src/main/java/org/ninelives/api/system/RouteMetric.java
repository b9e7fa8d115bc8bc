package org.ninelives.api.system;

/**
 * What TCP and IP do differently on a route (RTAX_* of linux/rtnetlink.h). Packets and segments
 * unless said otherwise.
 */
public enum RouteMetric {
    /** Path MTU, bytes. */
    MTU(2),
    /** Maximum receive window, bytes. */
    WINDOW(3),
    /** First estimate of the round trip, eighths of a millisecond. */
    RTT(4),
    /** First estimate of its variance, quarters of a millisecond. */
    RTTVAR(5),
    /** Slow start threshold. */
    SSTHRESH(6),
    /** Clamp of the congestion window; in effect when locked. */
    CWND(7),
    /** Maximum segment size advertised, bytes. */
    ADVMSS(8),
    /** Maximum reordering. */
    REORDERING(9),
    /** TTL or hop limit of packets, 0..255; 0 is the default of the machine. */
    HOPLIMIT(10),
    /** First congestion window. */
    INITCWND(11),
    /** RTAX_FEATURE_* bits; 1 is ECN. */
    FEATURES(12),
    /** Least retransmission timeout, milliseconds. */
    RTO_MIN(13),
    /** First receive window. */
    INITRWND(14),
    /** Whether every segment is acknowledged at once, 0 or 1. */
    QUICKACK(15),
    /** Whether TCP fast open goes without a cookie, 0 or 1. */
    FASTOPEN_NO_COOKIE(17);

    private final int number;

    RouteMetric(int number) {
        this.number = number;
    }

    /** The kernel's number. */
    public int number() {
        return number;
    }
}

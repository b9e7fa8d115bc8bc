package org.ninelives.benchmarks;

/** Who is shown what was captured. Addresses are IPv4, as numbers. */
interface Sight {

    /**
     * An advert was sent.
     *
     * @param nanos when, nanoseconds since 1970 UTC
     * @param source who sent it
     * @param vrid VRID
     * @param priority 0 for a resignation
     */
    void advert(long nanos, int source, int vrid, int priority);

    /**
     * A gratuitous ARP was sent.
     *
     * @param nanos when, nanoseconds since 1970 UTC
     * @param address whose place it tells
     * @param own whether the node of the capture sent it; otherwise it came in
     */
    void announcement(long nanos, int address, boolean own);

    /**
     * Somebody began to connect by TCP.
     *
     * @param nanos when, nanoseconds since 1970 UTC
     * @param address to whom
     */
    void connection(long nanos, int address);
}

package org.ninelives.vrrp.core;

import org.ninelives.api.net.IpAddress;

/**
 * An advert that was found valid. One object is filled again for each packet, so that hearing the
 * master allocates nothing; whoever wants to keep a value copies it.
 */
public final class ReceivedAdvert implements Input {

    private IpAddress.Family family = IpAddress.Family.IPV4;
    private long sourceHigh;
    private long sourceLow;
    private int priority;
    private long intervalNanos;

    /**
     * Fills the advert.
     *
     * @param priority 0..255
     * @param intervalNanos the interval told in the packet
     * @param family of the source address
     * @param sourceHigh its high 64 bits, 0 for IPv4
     * @param sourceLow its low 64 bits
     */
    public ReceivedAdvert set(
            int priority,
            long intervalNanos,
            IpAddress.Family family,
            long sourceHigh,
            long sourceLow) {
        this.priority = priority;
        this.intervalNanos = intervalNanos;
        this.family = family;
        this.sourceHigh = sourceHigh;
        this.sourceLow = sourceLow;
        return this;
    }

    public int priority() {
        return priority;
    }

    public long intervalNanos() {
        return intervalNanos;
    }

    public IpAddress.Family family() {
        return family;
    }

    public long sourceHigh() {
        return sourceHigh;
    }

    public long sourceLow() {
        return sourceLow;
    }

    /** The source address as a value; allocates. */
    public IpAddress source() {
        return new IpAddress(family, sourceHigh, sourceLow);
    }

    @Override
    public String toString() {
        return "advert " + priority + " from " + source();
    }
}

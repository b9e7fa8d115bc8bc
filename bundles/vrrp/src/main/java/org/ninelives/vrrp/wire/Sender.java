package org.ninelives.vrrp.wire;

import org.ninelives.api.net.IpAddress;

/** What is remembered of one router that was heard. */
final class Sender {

    private IpAddress.Family family = IpAddress.Family.IPV4;
    private long high;
    private long low;
    private long lastHeard;
    private ChecksumForm checksum = ChecksumForm.WRONG;
    private boolean ahKnown;
    private int ahSequence;
    private boolean stampKnown;
    private long stamp;

    /** Becomes the memory of another router. */
    void startOver(IpAddress.Family family, long high, long low) {
        this.family = family;
        this.high = high;
        this.low = low;
        checksum = ChecksumForm.WRONG;
        ahKnown = false;
        stampKnown = false;
    }

    boolean is(IpAddress.Family family, long high, long low) {
        return lastHeard > 0 && this.low == low && this.high == high && this.family == family;
    }

    IpAddress address() {
        return new IpAddress(family, high, low);
    }

    /** When it was heard, counted in packets; 0 if nobody is remembered here. */
    long lastHeard() {
        return lastHeard;
    }

    void heard(long count) {
        lastHeard = count;
    }

    /** The form of the checksum of its last advert; wrong before the first. */
    ChecksumForm checksum() {
        return checksum;
    }

    void setChecksum(ChecksumForm form) {
        checksum = form;
    }

    /**
     * Takes note of a sequence number of RFC 2402; {@code false} if it does not grow. Numbers are
     * compared as RFC 1982 does it, so that they may wrap around.
     */
    boolean advanceAh(int sequence) {
        if (ahKnown && sequence - ahSequence <= 0) {
            return false;
        }
        ahKnown = true;
        ahSequence = sequence;
        return true;
    }

    /**
     * Takes note of a stamp of {@code auth_hmac}; {@code false} if it does not grow.
     *
     * @param received its 64 bits
     */
    boolean advanceStamp(long received) {
        if (stampKnown && received - stamp <= 0) {
            return false;
        }
        stampKnown = true;
        stamp = received;
        return true;
    }

    /**
     * Forgets a stamp that is further than the window from our clock: all that it could tell old
     * from new is refused for its age, and after a clock was set right it would shut out the router
     * for as long as it was wrong.
     */
    void expireStamp(long nowSeconds, int windowSeconds) {
        if (stampKnown && Stamps.isOutside(stamp, nowSeconds, windowSeconds)) {
            stampKnown = false;
        }
    }
}

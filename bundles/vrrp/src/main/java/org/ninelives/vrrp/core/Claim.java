package org.ninelives.vrrp.core;

import org.ninelives.api.net.IpAddress;

/** What this router has to put against other masters: its priority, then its address. */
final class Claim {

    private static final int STEPPED_BACK_PRIORITY = RouterSettings.OWNER_PRIORITY - 1;

    private int grantedPriority;
    private boolean steppedBack;
    private IpAddress source = IpAddress.ofIpv4(0);

    Claim(int grantedPriority) {
        this.grantedPriority = grantedPriority;
    }

    /** The priority in force, 1..255. */
    int priority() {
        return steppedBack ? STEPPED_BACK_PRIORITY : grantedPriority;
    }

    boolean isOwner() {
        return priority() == RouterSettings.OWNER_PRIORITY;
    }

    /** Whether an owner goes by 254 because another owner did not yield. */
    boolean isSteppedBack() {
        return steppedBack;
    }

    void grant(int priority) {
        grantedPriority = priority;
        steppedBack = steppedBack && priority == RouterSettings.OWNER_PRIORITY;
    }

    void stepBack() {
        steppedBack = true;
    }

    void restore() {
        steppedBack = false;
    }

    void sourceIs(IpAddress address) {
        source = address;
    }

    /**
     * Positive if this claim is the better one, negative if the advert's is. RFC 9568 6.4.3: the
     * higher priority, and between equals the higher address.
     */
    int compareTo(ReceivedAdvert advert) {
        if (priority() != advert.priority()) {
            return Integer.compare(priority(), advert.priority());
        }
        if (source.family() != advert.family()) {
            return source.family().compareTo(advert.family());
        }
        int byHigh = Long.compareUnsigned(source.high(), advert.sourceHigh());
        return byHigh != 0 ? byHigh : Long.compareUnsigned(source.low(), advert.sourceLow());
    }
}

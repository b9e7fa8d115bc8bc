package org.ninelives.vrrp.core;

import java.util.Optional;
import org.ninelives.api.net.IpAddress;

/** Who was heard as master last, in primitives, so that hearing it again allocates nothing. */
final class MasterRecord {

    private static final int NONE = -1;

    private IpAddress.Family family = IpAddress.Family.IPV4;
    private long sourceHigh;
    private long sourceLow;
    private int priority = NONE;
    private long heardNanos;

    void remember(ReceivedAdvert advert, long nowNanos) {
        family = advert.family();
        sourceHigh = advert.sourceHigh();
        sourceLow = advert.sourceLow();
        priority = advert.priority();
        heardNanos = nowNanos;
    }

    void forget() {
        priority = NONE;
    }

    boolean isKnown() {
        return priority != NONE;
    }

    /** Whether this router sent the advert. */
    boolean sent(ReceivedAdvert advert) {
        return isKnown()
                && family == advert.family()
                && sourceHigh == advert.sourceHigh()
                && sourceLow == advert.sourceLow();
    }

    int priority() {
        return priority;
    }

    /** When it was heard last; of no meaning if it is not known. */
    long heardNanos() {
        return heardNanos;
    }

    Optional<IpAddress> address() {
        return isKnown()
                ? Optional.of(new IpAddress(family, sourceHigh, sourceLow))
                : Optional.empty();
    }

    /** {@code 192.0.2.1 (priority 100)}. */
    String words() {
        return new IpAddress(family, sourceHigh, sourceLow) + " (priority " + priority + ")";
    }
}

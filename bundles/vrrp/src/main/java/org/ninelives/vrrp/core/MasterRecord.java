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

    void remember(ReceivedAdvert advert) {
        family = advert.family();
        sourceHigh = advert.sourceHigh();
        sourceLow = advert.sourceLow();
        priority = advert.priority();
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

    Optional<IpAddress> address() {
        return isKnown()
                ? Optional.of(new IpAddress(family, sourceHigh, sourceLow))
                : Optional.empty();
    }
}

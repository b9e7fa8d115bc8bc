package org.ninelives.vrrp.core;

import java.util.Optional;

/**
 * Decides what a master says about adverts weaker than its own. One or two of them end a double
 * mastership; if they go on, the sender does not hear us, and saying the same at each of them would
 * hide that.
 */
final class ElectionWatch {

    private static final int ELECTIONS_TOLD_MAX = 3;
    private static final long REPEAT_NANOS = 60_000_000_000L;

    /** However fast weaker adverts come, scripts are run at most twice a second because of them. */
    private static final long RECLAIM_GAP_NANOS = 500_000_000L;

    private long count;
    private long lastHeardNanos;
    private long lastToldNanos;
    private long lastReclaimNanos;
    private boolean reclaimed;

    void reset() {
        count = 0;
        reclaimed = false;
    }

    /** Whether others are to hear now that this master has defended itself. */
    boolean isReclaimDue(long nowNanos) {
        if (reclaimed && nowNanos - lastReclaimNanos < RECLAIM_GAP_NANOS) {
            return false;
        }
        reclaimed = true;
        lastReclaimNanos = nowNanos;
        return true;
    }

    Optional<Remark> heard(long nowNanos, ReceivedAdvert advert, int ownPriority) {
        if (count > 0 && nowNanos - lastHeardNanos >= REPEAT_NANOS) {
            reset();
        }
        count++;
        lastHeardNanos = nowNanos;
        if (count <= ELECTIONS_TOLD_MAX) {
            return Optional.of(
                    new Remark.ForcingElection(advert.source(), advert.priority(), ownPriority));
        }
        if (count == ELECTIONS_TOLD_MAX + 1 || nowNanos - lastToldNanos >= REPEAT_NANOS) {
            lastToldNanos = nowNanos;
            return Optional.of(
                    new Remark.AdvertsUnheard(
                            advert.source(), advert.priority(), ownPriority, count));
        }
        return Optional.empty();
    }
}

package org.ninelives.vrrp.core;

import static org.ninelives.vrrp.core.Timers.NEVER;

/** When a master announces its addresses again. Counts are frames for each address. */
final class GarpSchedule {

    /** However fast weaker adverts come, or timers run late, they cause two bursts a second. */
    static final long GAP_NANOS = 500_000_000L;

    private GarpSettings settings;
    private long delayedAtNanos = NEVER;
    private long refreshAtNanos = NEVER;
    private long lowerPriorityAtNanos = NEVER;
    private long lowerPriorityFromNanos;
    private long againFromNanos;

    GarpSchedule(GarpSettings settings) {
        this.settings = settings;
    }

    /** Mastership begins: the frames to send now. */
    int begin(long nowNanos) {
        long delayNanos = settings.delayNanos();
        delayedAtNanos = delayNanos > 0 && settings.repeat() > 0 ? nowNanos + delayNanos : NEVER;
        refreshAtNanos = refreshes() ? nowNanos + delayNanos + settings.refreshNanos() : NEVER;
        lowerPriorityAtNanos = NEVER;
        lowerPriorityFromNanos = nowNanos;
        againFromNanos = nowNanos + GAP_NANOS;
        return settings.repeat();
    }

    /**
     * Hosts and switches may have learned another place meanwhile: the frames to send now. A node
     * that is always late would be even later if it announced each time.
     */
    int beginAgain(long nowNanos) {
        return nowNanos < againFromNanos ? 0 : begin(nowNanos);
    }

    /** Mastership ends. */
    void end() {
        delayedAtNanos = NEVER;
        refreshAtNanos = NEVER;
        lowerPriorityAtNanos = NEVER;
    }

    /**
     * Another, weaker master has spoken, so that hosts and switches may have learned its address:
     * the frames to send now.
     */
    int lowerPriorityHeard(long nowNanos) {
        int count = settings.lowerPriorityRepeat();
        if (count == 0) {
            return 0;
        }
        boolean tooSoon = nowNanos < lowerPriorityFromNanos;
        // A repetition that is due is not put off, or a stream of adverts would put it off forever.
        if (lowerPriorityAtNanos == NEVER && settings.lowerPriorityDelayNanos() > 0) {
            lowerPriorityAtNanos = nowNanos + settings.lowerPriorityDelayNanos();
        } else if (lowerPriorityAtNanos == NEVER && tooSoon) {
            lowerPriorityAtNanos = lowerPriorityFromNanos;
        }
        if (tooSoon) {
            return 0;
        }
        lowerPriorityFromNanos = nowNanos + GAP_NANOS;
        return count;
    }

    /** The time has come this far: the frames to send now. */
    int due(long nowNanos) {
        int count = 0;
        if (nowNanos >= delayedAtNanos) {
            delayedAtNanos = NEVER;
            count = settings.repeat();
        }
        if (nowNanos >= lowerPriorityAtNanos) {
            lowerPriorityAtNanos = NEVER;
            count = Math.max(count, settings.lowerPriorityRepeat());
        }
        if (nowNanos >= refreshAtNanos) {
            refreshAtNanos = Timers.next(refreshAtNanos, settings.refreshNanos(), nowNanos);
            count = Math.max(count, settings.refreshRepeat());
        }
        return count;
    }

    /** A reload: what is under way ends as it was planned, refreshes follow the new settings. */
    void change(GarpSettings changed, boolean master, long nowNanos) {
        boolean refreshChanged = settings.refreshNanos() != changed.refreshNanos();
        settings = changed;
        if (master && (refreshChanged || !refreshes())) {
            refreshAtNanos = refreshes() ? nowNanos + settings.refreshNanos() : NEVER;
        }
    }

    long deadlineNanos() {
        return Math.min(delayedAtNanos, Math.min(refreshAtNanos, lowerPriorityAtNanos));
    }

    private boolean refreshes() {
        return settings.refreshNanos() > 0 && settings.refreshRepeat() > 0;
    }
}

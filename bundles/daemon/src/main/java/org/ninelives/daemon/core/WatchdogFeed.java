package org.ninelives.daemon.core;

/**
 * When the watchdog of the service manager is fed: each half of its interval the loop is asked for
 * an answer, and only one that comes within the other half feeds it. So a loop that hangs, or is
 * late by more than that, starves the watchdog, and one that was merely busy does not.
 */
public final class WatchdogFeed {

    /** What is to be done now. */
    public enum Step {
        /** Ask the loop. */
        ASK,
        /** Feed the watchdog. */
        FEED,
        /** Feed it, and tell that the loop answers again. */
        FEED_AGAIN,
        /** Tell that the loop does not answer. */
        TELL,
        /** Nothing. */
        WAIT
    }

    private final long periodNanos;
    private boolean asked;
    private long askedNanos;
    private boolean told;

    /**
     * Has asked nothing yet.
     *
     * @param intervalNanos the longest time between two feeds, positive
     */
    public WatchdogFeed(long intervalNanos) {
        periodNanos = Math.max(1, intervalNanos / 2);
    }

    /** How often {@link #due} is to be called, and how late an answer may be. */
    public long periodNanos() {
        return periodNanos;
    }

    /** A period is over: {@link Step#ASK}, {@link Step#TELL} or {@link Step#WAIT}. */
    public Step due(long nowNanos) {
        if (!asked) {
            asked = true;
            askedNanos = nowNanos;
            return Step.ASK;
        }
        // More questions would only pile up before a loop that hangs.
        boolean first = !told;
        told = true;
        return first ? Step.TELL : Step.WAIT;
    }

    /** The loop answered: {@link Step#FEED}, {@link Step#FEED_AGAIN} or {@link Step#WAIT}. */
    public Step answered(long nowNanos) {
        if (!asked) {
            return Step.WAIT; // Of a loop that has been forgotten.
        }
        asked = false;
        if (nowNanos - askedNanos > periodNanos) {
            return Step.WAIT;
        }
        boolean again = told;
        told = false;
        return again ? Step.FEED_AGAIN : Step.FEED;
    }

    /** Another loop is asked from now on, or none. */
    public void forget() {
        asked = false;
    }
}

package org.ninelives.track.script.core;

import org.ninelives.api.track.Finding;

/**
 * Tells from the results of a script whether it is good: so many successes in a row make it so, so
 * many failures in a row make it bad, and the very first result decides at once.
 *
 * <p>keepalived counts from 0 to {@code rise + fall - 1} and takes {@code rise} and more for good;
 * so does this, because status commands show the number.
 */
final class ResultCounter {

    private final int rise;
    private final int fall;
    private int count;
    private boolean known;

    /**
     * Without a result.
     *
     * @param rise successes in a row that make it good, from 1
     * @param fall failures in a row that make it bad, from 1
     * @param failsFirst whether it is bad until the first {@code rise} successes
     */
    ResultCounter(int rise, int fall, boolean failsFirst) {
        this.rise = rise;
        this.fall = fall;
        known = failsFirst;
    }

    Finding.Known finding() {
        if (!known) {
            return Finding.Known.UNKNOWN;
        }
        return isGood() ? Finding.Known.GOOD : Finding.Known.BAD;
    }

    /** From 0 to {@code rise + fall - 1}; good from {@code rise} on. */
    int count() {
        return count;
    }

    /** As after results that left no doubt. */
    void assume(boolean good) {
        known = true;
        count = good ? ceiling() : 0;
    }

    void succeeded() {
        if (!known || isGood() || count + 1 == rise) {
            assume(true);
        } else {
            count++;
        }
    }

    void failed() {
        if (!known || !isGood() || count == rise) {
            assume(false);
        } else {
            count--;
        }
    }

    private boolean isGood() {
        return count >= rise;
    }

    private int ceiling() {
        return rise + fall - 1;
    }
}

package org.ninelives.api.notify;

/**
 * Something was set in place of the configuration, or is not any more.
 *
 * @param change what happened to it
 * @param kind what is overridden: {@code priority}, {@code weight}, …
 * @param name the object: {@code VI_1}
 * @param from what held before
 * @param to what holds now; empty where that is not known
 * @param by who did it, as the audit tells it; for what ended by itself, who had set it
 * @param untilMillis when it ends, milliseconds since 1970 UTC; 0 for no end, and for one that
 *     ended
 */
public record OverrideEvent(
        Change change,
        String kind,
        String name,
        String from,
        String to,
        String by,
        long untilMillis,
        String text)
        implements Event {

    /** What can happen to an override. */
    public enum Change {
        SET,
        /** Its time was up. */
        EXPIRED,
        /** Somebody ended it. */
        REVERTED,
        /** A reload or a restart ended it. */
        ENDED,
        /** It holds again after a restart. */
        RESTORED
    }
}

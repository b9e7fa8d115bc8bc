package org.ninelives.api.management;

/**
 * One load, reload or rollback that was asked for.
 *
 * @param number counts them from the start of the daemon, 1 for the start itself
 * @param timeMillis when it began, milliseconds since 1970 UTC
 * @param result {@code APPLIED}, {@code REFUSED} or {@code UNCHANGED}
 * @param durationMillis how long it took
 * @param summary one sentence
 * @param hash of what was read
 * @param by who asked: {@code start}, {@code SIGHUP}, {@code control at 127.0.0.1}
 * @param running whether this is the one that runs
 */
public record HistoryEntry(
        long number,
        long timeMillis,
        String result,
        long durationMillis,
        String summary,
        String hash,
        String by,
        boolean running) {}

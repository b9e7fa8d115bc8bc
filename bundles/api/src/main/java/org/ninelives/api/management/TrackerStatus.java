package org.ninelives.api.management;

/**
 * A thing that is watched, at one moment.
 *
 * @param kind {@code process}, {@code file}, {@code script} or {@code bfd}
 * @param name name of its block
 * @param state {@code GOOD}, {@code BAD}, {@code VALUE} for a file, {@code UNKNOWN} before the
 *     first result, or {@code ABSENT} when it cannot be watched
 * @param value what it counts: the number in a file, or the processes that match; 0 where there is
 *     nothing to count
 * @param sinceMillis when the state, or the value of a file, changed last, milliseconds since 1970
 *     UTC; 0 if never
 * @param lastChange that change in words; empty if there was none
 */
public record TrackerStatus(
        String kind, String name, String state, long value, long sinceMillis, String lastChange) {}

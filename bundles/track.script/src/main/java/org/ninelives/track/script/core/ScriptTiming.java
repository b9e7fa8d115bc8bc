package org.ninelives.track.script.core;

/**
 * When a script runs and how its results count.
 *
 * @param intervalNanos from one start to the next, positive
 * @param rise successes in a row that make it good, from 1
 * @param fall failures in a row that make it bad, from 1
 * @param failsFirst whether it is bad until its first successes
 */
public record ScriptTiming(long intervalNanos, int rise, int fall, boolean failsFirst) {}

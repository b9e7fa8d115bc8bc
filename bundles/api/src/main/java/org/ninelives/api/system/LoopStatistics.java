package org.ninelives.api.system;

/**
 * How late and how busy a loop has been since it started.
 *
 * @param turns times the loop woke
 * @param lagMaxNanos the most by which a deadline was called late
 * @param lagLastNanos the same for the last deadline
 * @param busyNanos time spent in turns rather than waiting
 */
public record LoopStatistics(long turns, long lagMaxNanos, long lagLastNanos, long busyNanos) {}

package org.ninelives.lvs.core;

import java.time.Duration;

/**
 * That a real server be drained.
 *
 * @param setMillis when that was wanted; whoever wants it again has it begin anew
 * @param limit how long it may take; {@link Duration#ZERO} for {@code drain_timeout}
 */
public record DrainWish(long setMillis, Duration limit) {}

package org.ninelives.api.management;

/**
 * What an operator has set in place of the configuration.
 *
 * @param kind {@code priority}, {@code standby}, {@code disabled}, {@code tracker-weight}, {@code
 *     weight} or {@code drain}
 * @param subject what it concerns: {@code VI_1}, {@code [10.0.0.1]:tcp:80}, {@code
 *     [10.0.0.1]:tcp:80 [192.168.0.2]:tcp:80}, or {@code VI_1 script chk} for what VI_1 tracks
 * @param value what holds: a number, or {@code on}; of a drain the seconds it may take, 0 for its
 *     {@code drain_timeout}
 * @param configured what would hold without it: a number, or {@code off}; empty while the subject
 *     is not there, until which it waits
 * @param setBy who set it: {@code control at 127.0.0.1}, or {@code local} for one of this machine
 * @param setMillis when, milliseconds since 1970 UTC
 * @param untilMillis when it ends, likewise; 0 for no end
 * @param lasting {@code UNTIL_RELOAD}, {@code UNTIL_RESTART} or {@code UNTIL_REVERTED}: what ends
 *     it before that; less than what was asked for while it could not be stored
 */
public record OverrideStatus(
        String kind,
        String subject,
        String value,
        String configured,
        String setBy,
        long setMillis,
        long untilMillis,
        String lasting) {}

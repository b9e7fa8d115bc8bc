package org.ninelives.bfd.core;

/**
 * What a session is configured to do. Times are microseconds as on the wire, 1..4294967295.
 *
 * @param minTxMicros bfd.DesiredMinTxInterval while the session is up
 * @param minRxMicros bfd.RequiredMinRxInterval
 * @param idleTxMicros bfd.DesiredMinTxInterval while it is not up, at least a second (RFC 5880
 *     section 6.8.3)
 * @param multiplier bfd.DetectMult, 1..255: after how many missing packets the neighbour gives up
 * @param passive whether it keeps silent until the neighbour is heard (RFC 5880 section 6.1)
 */
public record SessionSettings(
        long minTxMicros, long minRxMicros, long idleTxMicros, int multiplier, boolean passive) {

    /** The least {@link #idleTxMicros}. */
    public static final long IDLE_TX_MICROS_MIN = 1_000_000;

    /** What 32 bits hold. */
    public static final long MICROS_MAX = 0xffff_ffffL;

    public SessionSettings {
        check("min_tx", minTxMicros, 1, MICROS_MAX);
        check("min_rx", minRxMicros, 1, MICROS_MAX);
        check("idle_tx", idleTxMicros, IDLE_TX_MICROS_MIN, MICROS_MAX);
        check("multiplier", multiplier, 1, 255);
    }

    private static void check(String what, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "%s: %d is not in %d..%d".formatted(what, value, min, max));
        }
    }
}

package org.ninelives.vrrp.core;

/** The formulas of RFC 9568 section 6.1 and RFC 3768 section 6.1. All times in nanoseconds. */
public final class Timers {

    /** Larger than every deadline: there is nothing to wait for. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long CENTISECOND_NANOS = 10_000_000L;

    private Timers() {}

    /**
     * Whether an advert can tell this interval: version 2 whole seconds 1..255, version 3 whole
     * hundredths of a second 0.01..40.95.
     */
    public static boolean isAdvertInterval(int version, long nanos) {
        long unitNanos = version == 2 ? SECOND_NANOS : CENTISECOND_NANOS;
        long unitsMax = version == 2 ? 255 : 4095;
        return nanos >= unitNanos && nanos <= unitsMax * unitNanos && nanos % unitNanos == 0;
    }

    /**
     * Skew_Time, which lets the backup of highest priority be the first to take over.
     *
     * @param version 2: counted in parts of a second; 3: in parts of the master's interval
     * @param priority own effective priority, 1..255
     * @param masterAdvertIntervalNanos Master_Adver_Interval
     */
    public static long skewNanos(int version, int priority, long masterAdvertIntervalNanos) {
        long unitNanos = version == 2 ? SECOND_NANOS : masterAdvertIntervalNanos;
        return (256 - priority) * unitNanos / 256;
    }

    /**
     * Master_Down_Interval (Active_Down_Interval in RFC 9568): the silence after which a backup
     * takes over.
     *
     * @param downTimerAdverts how many adverts may be missed; 3 in the RFCs
     */
    public static long masterDownNanos(
            int version, int priority, long masterAdvertIntervalNanos, int downTimerAdverts) {
        return downTimerAdverts * masterAdvertIntervalNanos
                + skewNanos(version, priority, masterAdvertIntervalNanos);
    }

    /**
     * When something periodic is due again: one interval after it was due, so that lateness does
     * not add up; but after a pause of more than an interval one interval from now, so that nothing
     * is made up for in a burst.
     *
     * @param dueNanos when it was due
     */
    static long next(long dueNanos, long intervalNanos, long nowNanos) {
        long nextNanos = dueNanos + intervalNanos;
        return nextNanos > nowNanos ? nextNanos : nowNanos + intervalNanos;
    }
}

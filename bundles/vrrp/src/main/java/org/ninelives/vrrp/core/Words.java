package org.ninelives.vrrp.core;

import java.util.Locale;

/** Times as operators read them. */
final class Words {

    private static final long MILLI_NANOS = 1_000_000;
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long MINUTE_NANOS = 60 * SECOND_NANOS;

    private Words() {}

    /** {@code 3609 ms}. */
    static String millis(long nanos) {
        return nanos / MILLI_NANOS + " ms";
    }

    /** {@code 3.609 s}, {@code 12 s} or, from ten minutes on, {@code 75 min}. */
    static String seconds(long nanos) {
        if (nanos >= 10 * MINUTE_NANOS) {
            return nanos / MINUTE_NANOS + " min";
        }
        return nanos % SECOND_NANOS == 0 || nanos >= MINUTE_NANOS
                ? nanos / SECOND_NANOS + " s"
                : String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }
}

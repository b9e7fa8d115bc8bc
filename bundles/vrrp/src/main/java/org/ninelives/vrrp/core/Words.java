package org.ninelives.vrrp.core;

/** Numbers as operators read them. */
final class Words {

    private static final long MILLI_NANOS = 1_000_000;

    private Words() {}

    /** {@code 3609 ms}. */
    static String millis(long nanos) {
        return nanos / MILLI_NANOS + " ms";
    }
}

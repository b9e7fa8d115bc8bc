package org.ninelives.api.system;

/** Ranges of numbers, checked in the words of the operator. */
final class Unsigned {

    static final long BYTE_MAX = 0xffL;
    static final long SHORT_MAX = 0xffffL;
    static final long INT_MAX = 0xffff_ffffL;

    private Unsigned() {}

    /** Refuses a number outside of a range, both ends included. */
    static void check(String what, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    what + " " + value + " is not in " + min + ".." + max);
        }
    }
}

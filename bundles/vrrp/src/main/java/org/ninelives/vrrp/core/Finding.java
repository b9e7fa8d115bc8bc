package org.ninelives.vrrp.core;

/** What is known of a thing that is watched. */
public sealed interface Finding {

    Finding UNKNOWN = Known.UNKNOWN;
    Finding GOOD = Known.GOOD;
    Finding BAD = Known.BAD;

    /** The findings that are no number. */
    enum Known implements Finding {
        /** There has been no result yet. */
        UNKNOWN,
        GOOD,
        BAD
    }

    /** What a tracked file tells; a file that is missing or tells no number counts as 0. */
    record Value(long value) implements Finding {}
}

package org.ninelives.api.track;

/** What is known of a thing that is watched. */
public sealed interface Finding {

    Finding UNKNOWN = Known.UNKNOWN;
    Finding GOOD = Known.GOOD;
    Finding BAD = Known.BAD;
    Finding ABSENT = Known.ABSENT;

    /** The findings that are no number. */
    enum Known implements Finding {
        /** There has been no result yet. */
        UNKNOWN,
        GOOD,
        BAD,
        /** Nobody watches it: it is not defined, or it cannot be used. It counts for nothing. */
        ABSENT
    }

    /** What a tracked file tells; a file that is missing or tells no number counts as 0. */
    record Value(long value) implements Finding {}
}

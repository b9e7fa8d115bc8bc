package org.ninelives.api.management;

/** How many deadlines were called so late. */
public record LatenessCount(
        @Description(
                        "So many microseconds late or less, and more than the bound before; -1"
                                + " without a bound")
                long upToMicros,
        @Description("Deadlines that were so late") long deadlines) {

    /** Stands for no bound. */
    public static final long UNBOUNDED = -1;
}

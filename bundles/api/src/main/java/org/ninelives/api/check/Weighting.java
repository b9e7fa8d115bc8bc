package org.ninelives.api.check;

/** What a check does to the weight of its server, in place of what it did before. */
public sealed interface Weighting {

    /** The weight stays the configured one. */
    Weighting NONE = new Add(0);

    /**
     * The weight in place of the configured one.
     *
     * @param weight 0..2147483647
     */
    record Set(int weight) implements Weighting {}

    /** Added to the configured weight; the sum is held within 0..2147483647. */
    record Add(long offset) implements Weighting {}
}

package org.ninelives.api.check;

/**
 * How a check stands.
 *
 * @param verdict what it says of its server
 * @param weighting what it does to the weight of its server
 * @param reason the sentence of the result that made it so; where looks cannot be made now, why,
 *     and that sentence behind it; empty before the first
 */
public record CheckStanding(Verdict verdict, Weighting weighting, String reason) {

    /** Before the first result. */
    public static final CheckStanding UNKNOWN =
            new CheckStanding(Verdict.UNKNOWN, Weighting.NONE, "");

    /** What a check says. */
    public enum Verdict {
        /** Nothing yet. */
        UNKNOWN,
        PASSED,
        FAILED
    }
}

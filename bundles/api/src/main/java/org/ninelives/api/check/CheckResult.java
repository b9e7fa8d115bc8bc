package org.ninelives.api.check;

/**
 * What one look at a server found.
 *
 * @param weighting what becomes of the weight of the server; {@link Weighting#NONE} for nothing
 * @param reason a sentence for the log and for people: what was seen
 */
public record CheckResult(boolean passed, Weighting weighting, String reason) {

    public static CheckResult passed(String reason) {
        return new CheckResult(true, Weighting.NONE, reason);
    }

    public static CheckResult failed(String reason) {
        return new CheckResult(false, Weighting.NONE, reason);
    }

    /** The same, and the weight is from now on as told. */
    public CheckResult with(Weighting told) {
        return new CheckResult(passed, told, reason);
    }
}

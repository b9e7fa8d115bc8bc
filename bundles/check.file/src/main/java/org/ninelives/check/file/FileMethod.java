package org.ninelives.check.file;

import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.FollowMethod;
import org.ninelives.api.check.Weighting;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;

/**
 * What the number in a tracked file means for a server.
 *
 * @param tracker the name of the {@code track_file}
 */
record FileMethod(String tracker, FileWeight weight) implements FollowMethod {

    /** keepalived: a product this low is a failure rather than a change of the weight. */
    private static final long PRODUCT_OF_FAILURE = Integer.MIN_VALUE;

    private static final long PRODUCT_MAX = Integer.MAX_VALUE;

    @Override
    public TrackerKind kind() {
        return TrackerKind.FILE;
    }

    @Override
    public int factor() {
        return weight.factor();
    }

    @Override
    public boolean isReverse() {
        return weight.reverse();
    }

    @Override
    public CheckResult judge(Finding finding) {
        return switch (finding) {
            case Finding.Value told -> judge(told.value());
            case Finding.Known.BAD -> CheckResult.failed("tracked file " + tracker + " is bad");
            case Finding.Known.GOOD -> CheckResult.passed("tracked file " + tracker + " is good");
            case Finding.Known.UNKNOWN, Finding.Known.ABSENT ->
                    CheckResult.passed(
                            "tracked file "
                                    + tracker
                                    + " cannot be watched, so it changes nothing");
        };
    }

    private CheckResult judge(long value) {
        String told = "tracked file " + tracker + " holds " + value;
        if (weight.factor() == 0) {
            boolean failed = weight.reverse() ? value == 0 : value != 0;
            return failed ? CheckResult.failed(inFault(told)) : CheckResult.passed(told);
        }
        long product = product(value);
        if (product <= PRODUCT_OF_FAILURE) {
            return CheckResult.failed(inFault(told));
        }
        return CheckResult.passed(told + ", which adds " + product + " to the weight")
                .with(new Weighting.Add(Math.min(PRODUCT_MAX, product)));
    }

    /** Value times weight; neither is beyond an int, so that the product is within a long. */
    private long product(long value) {
        long bounded = Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return bounded * weight.factor() * (weight.reverse() ? -1 : 1);
    }

    private static String inFault(String told) {
        return told + ", now FAULT state";
    }
}

package org.ninelives.check.engine;

import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckStanding;
import org.ninelives.api.check.CheckStanding.Verdict;
import org.ninelives.api.track.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What findings and results make of checks. */
final class Judgement {

    private static final Logger LOG = LoggerFactory.getLogger(Judgement.class);

    private Judgement() {}

    static CheckStanding standing(CheckResult result) {
        return new CheckStanding(
                result.passed() ? Verdict.PASSED : Verdict.FAILED,
                result.weighting(),
                result.reason());
    }

    /** How a check stands that follows something; empty while nothing is known of that. */
    static Optional<CheckStanding> of(Check.Followed check, Finding finding) {
        if (finding.equals(Finding.UNKNOWN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(standing(check.follow().judge(finding)));
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} cannot judge {}", check.keyword(), finding, e);
            return Optional.of(
                    standing(CheckResult.failed(check.keyword() + " failed in itself: " + e)));
        }
    }
}

package org.ninelives.check.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.CheckStanding.Verdict;
import org.ninelives.api.management.CheckReport;
import org.ninelives.check.core.CheckMachine;

/**
 * Checks at one moment, as records that may leave the thread of the checks.
 *
 * @param nowNanos the moment, on the scale of looks
 * @param nowMillis the same since 1970 UTC
 */
record Reports(long nowNanos, long nowMillis) {

    /** All of these, whose looks are those. */
    Map<CheckKey, CheckReport> of(Collection<Subject> subjects, Collection<Look> looks) {
        Map<CheckKey, CheckReport> reports = HashMap.newHashMap(subjects.size());
        for (Look look : looks) {
            for (Subject subject : look.subjects()) {
                reports.put(subject.key(), of(subject, Optional.of(look)));
            }
        }
        for (Subject subject : subjects) {
            if (subject.check() instanceof Check.Followed) {
                reports.put(subject.key(), of(subject, Optional.empty()));
            }
        }
        return reports;
    }

    private CheckReport of(Subject subject, Optional<Look> look) {
        CheckKey key = subject.key();
        Optional<CheckSchedule> schedule = look.map(each -> each.key().schedule());
        Optional<LookHistory> history = look.map(Look::history).filter(each -> each.ended() > 0);
        return new CheckReport(
                key.virtualServer(),
                key.realServer(),
                key.number() + 1,
                subject.check().keyword(),
                subject.standing().verdict().name(),
                subject.standing().verdict() == Verdict.UNKNOWN ? 0 : millis(subject.sinceNanos()),
                subject.told().reason(),
                subject.isSuspended(),
                history.map(LookHistory::lastReason).orElse(""),
                history.map(LookHistory::ended).orElse(0L),
                history.map(LookHistory::failures).orElse(0L),
                history.map(LookHistory::failuresInRow).orElse(0L),
                history.map(LookHistory::lastMicros).orElse(0L),
                history.map(each -> millis(each.lastEndNanos())).orElse(0L),
                look.map(each -> each.machine().dueNanos())
                        .filter(due -> due != CheckMachine.NEVER)
                        .map(this::millis)
                        .orElse(0L),
                schedule.map(each -> each.delayLoop().toMillis()).orElse(0L),
                schedule.map(each -> each.delayWhenFailed().toMillis()).orElse(0L),
                schedule.map(CheckSchedule::retry).orElse(0L),
                schedule.map(CheckSchedule::rise).orElse(0));
    }

    private long millis(long nanos) {
        return nowMillis + TimeUnit.NANOSECONDS.toMillis(nanos - nowNanos);
    }
}

package org.ninelives.check.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckListener;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckStanding.Verdict;
import org.ninelives.api.management.CheckReport;
import org.ninelives.api.management.CheckerTypeStatus;
import org.ninelives.api.management.ChecksStatus;
import org.ninelives.api.track.Finding;
import org.ninelives.check.core.Lateness;
import org.ninelives.check.core.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which checks there are, how each stands, and who is told. For one thread. */
final class Checks implements Looks.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
    private static final CheckListener NOBODY = (key, standing) -> {};

    private final CheckerSet checkers;
    private final LongSupplier clock;
    private final Looks looks;
    private final Hindrances hindrances = new Hindrances();
    private final Map<Thing, Finding> findings = new HashMap<>();
    private Map<CheckKey, Subject> subjects = Map.of();
    private Map<LookKey, Look> shared = Map.of();
    private CheckListener listener = NOBODY;

    /**
     * Of no check.
     *
     * @param clock as of {@link Looks}
     * @param random likewise
     * @param inbox likewise
     */
    Checks(
            CheckerSet checkers,
            LongSupplier clock,
            RandomGenerator random,
            Consumer<LookRun> inbox) {
        this.checkers = checkers;
        this.clock = clock;
        looks = new Looks(clock, random, inbox, this);
    }

    Looks looks() {
        return looks;
    }

    ChecksStatus status() {
        Lateness lateness = looks.lateness();
        return new ChecksStatus(
                subjects.size(),
                shared.size(),
                looks.underWay(),
                checkers.waiting(),
                looks.leftBehind(),
                looks.ended(),
                lateness.quantileMicros(0.5),
                lateness.quantileMicros(0.99),
                lateness.maxMicros());
    }

    CheckerTypeStatus status(String keyword, String help, String bundle) {
        KeywordCounts counts = checkers.counts(keyword);
        return new CheckerTypeStatus(
                keyword,
                checkers.has(keyword) ? "PRESENT" : "LEFT",
                help,
                bundle,
                count(keyword),
                counts.ended(),
                counts.failures(),
                counts.faults(),
                counts.underWay(),
                counts.leftBehind(),
                counts.lastFault());
    }

    /** How each check is. */
    Map<CheckKey, CheckReport> reports(long nowNanos, long nowMillis) {
        return new Reports(nowNanos, nowMillis).of(subjects.values(), shared.values());
    }

    /** What these checks follow. */
    static Set<Thing> followed(List<CheckAssignment> assignments) {
        return assignments.stream()
                .map(CheckAssignment::check)
                .filter(Check.Followed.class::isInstance)
                .map(check -> Thing.of(((Check.Followed) check).follow()))
                .collect(Collectors.toSet());
    }

    /**
     * As {@link org.ninelives.api.check.CheckEngine#follow}.
     *
     * @param network where looks go
     */
    void follow(
            List<CheckAssignment> assignments, Network network, CheckListener next, long nowNanos) {
        listener = next;
        Map<CheckKey, Subject> wanted = LinkedHashMap.newLinkedHashMap(assignments.size());
        for (CheckAssignment assignment : assignments) {
            Subject known = subjects.get(assignment.key());
            if (known != null) {
                known.assign(assignment);
            }
            wanted.put(assignment.key(), known == null ? new Subject(assignment) : known);
        }
        subjects = wanted;
        findings.keySet().retainAll(followed(assignments));
        share(network, nowNanos);
        for (Subject subject : subjects.values()) {
            judge(subject);
            tell(subject);
        }
    }

    private void share(Network network, long nowNanos) {
        Map<LookKey, Look> before = shared;
        shared = new HashMap<>();
        before.values().forEach(look -> look.subjects().clear());
        for (Subject subject : subjects.values()) {
            if (subject.check() instanceof Check.Probed probed) {
                LookKey key = LookKey.of(probed, network);
                Look look = before.get(key);
                shared.computeIfAbsent(key, any -> look == null ? checkers.look(key) : look)
                        .subjects()
                        .add(subject);
            }
        }
        for (Look look : before.values()) {
            if (look.subjects().isEmpty()) {
                looks.stop(look, nowNanos);
            }
        }
        shared.values().forEach(look -> adjust(look, nowNanos));
        hindrances.keepThoseOf(shared.values());
    }

    private void adjust(Look look, long nowNanos) {
        boolean wanted = look.isAnyActive() && checkers.has(look.key().keyword());
        if (look.isWanted() && !wanted) {
            looks.rest(look);
        } else if (wanted && !look.isWanted()) {
            start(look, nowNanos);
        }
        for (Subject subject : look.subjects()) {
            subject.setHindrance(look.hindrance());
            if (!subject.isSuspended() && look.standing().verdict() != Verdict.UNKNOWN) {
                subject.take(look.standing(), nowNanos);
            }
        }
    }

    private void start(Look look, long nowNanos) {
        if (look.standing().verdict() != Verdict.UNKNOWN) {
            looks.resume(look, nowNanos);
            return;
        }
        for (Subject subject : look.subjects()) {
            if (subject.standing().verdict() != Verdict.UNKNOWN) {
                look.setStanding(subject.standing());
                break;
            }
        }
        looks.begin(look, nowNanos, look.standing().verdict());
    }

    /** A checker is there; answers how many checks have waited for it. */
    long arrived(String keyword, boolean isTrusted) {
        checkers.add(keyword, isTrusted);
        long waiting = count(keyword);
        if (waiting > 0) {
            LOG.info("{}", CheckWords.back(keyword));
        }
        return waiting;
    }

    /** Whether looks rest although their checker is there. */
    boolean isWaiting() {
        return shared.values().stream()
                .anyMatch(
                        look ->
                                !look.isWanted()
                                        && look.isAnyActive()
                                        && checkers.has(look.key().keyword()));
    }

    /** A checker has left; its checks stand as they did. */
    void left(String keyword, long nowNanos) {
        checkers.remove(keyword);
        for (Look look : shared.values()) {
            if (look.key().keyword().equals(keyword)) {
                looks.stop(look, nowNanos);
            }
        }
        long left = count(keyword);
        if (left > 0) {
            LOG.warn("{}", CheckWords.left(keyword, left));
        }
    }

    /** How many checks there are with a keyword. */
    long count(String keyword) {
        return subjects.values().stream()
                .filter(subject -> subject.check().keyword().equals(keyword))
                .count();
    }

    /** Something is known of what may be followed. */
    void found(Thing thing, Finding finding) {
        findings.put(thing, finding);
        for (Subject subject : subjects.values()) {
            if (subject.check() instanceof Check.Followed followed
                    && Thing.of(followed.follow()).equals(thing)
                    && judge(subject)) {
                LOG.info("{}", subject.standing().reason());
                tell(subject);
            }
        }
    }

    /** Whether a check that follows something stands differently now. */
    private boolean judge(Subject subject) {
        if (!(subject.check() instanceof Check.Followed followed)
                || subject.isSuspended()
                || !checkers.has(followed.keyword())) {
            return false;
        }
        Finding finding = findings.getOrDefault(Thing.of(followed.follow()), Finding.ABSENT);
        return Judgement.of(followed, finding)
                .map(standing -> subject.take(standing, clock.getAsLong()))
                .orElse(false);
    }

    @Override
    public void hindered(Look look, String why) {
        if (!look.hindrance().equals(Optional.of(why))) {
            if (hindrances.met(why)) {
                LOG.warn("{}", CheckWords.cannotBeMade(look.key(), why));
            }
            setHindrance(look, Optional.of(why));
        }
    }

    private void setHindrance(Look look, Optional<String> why) {
        look.setHindrance(why);
        for (Subject subject : look.subjects()) {
            subject.setHindrance(why);
            tell(subject);
        }
    }

    @Override
    public void ended(Look look, CheckResult result, Step step) {
        if (look.hindrance().isPresent()) {
            String why = look.hindrance().get();
            if (hindrances.over(why)) {
                LOG.info("{}: that is over, and its checks are made again", why);
            }
            setHindrance(look, Optional.empty());
        }
        switch (step) {
            case PASSED, FAILED -> change(look, result, step);
            case RETRY -> logFailure(look, result);
            case NONE -> {
                if (!result.passed()) {
                    logFailure(look, result);
                } else if (look.standing().verdict() == Verdict.PASSED
                        && !result.weighting().equals(look.standing().weighting())) {
                    change(look, result, step);
                }
            }
        }
    }

    private void change(Look look, CheckResult result, Step step) {
        look.setStanding(Judgement.standing(result));
        log(look.subjects(), look, result);
        if (step == Step.FAILED) {
            look.subjects().stream()
                    .map(subject -> subject.key().realServer())
                    .distinct()
                    .forEach(server -> logFailed(look, server));
        }
        for (Subject subject : look.subjects()) {
            if (!subject.isSuspended() && subject.take(look.standing(), clock.getAsLong())) {
                tell(subject);
            }
        }
    }

    private static void logFailed(Look look, String server) {
        LOG.info("{}", CheckWords.failed(look.key().keyword(), server, look.machine().retries()));
    }

    private static void logFailure(Look look, CheckResult result) {
        List<Subject> asking =
                look.subjects().stream()
                        .filter(
                                subject ->
                                        subject.check() instanceof Check.Probed probed
                                                && probed.logAllFailures())
                        .toList();
        log(asking, look, result);
    }

    private static void log(List<Subject> subjects, Look look, CheckResult result) {
        subjects.stream()
                .map(subject -> CheckWords.of(look.key(), result, subject.key()))
                .distinct()
                .forEach(words -> LOG.info("{}", words));
    }

    private void tell(Subject subject) {
        try {
            listener.told(subject.key(), subject.told());
        } catch (RuntimeException e) {
            LOG.error("Nobody took the news of {}", subject.key(), e);
        }
    }
}

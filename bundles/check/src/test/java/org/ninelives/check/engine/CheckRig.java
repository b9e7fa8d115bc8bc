package org.ninelives.check.engine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeCost;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.check.core.Agenda;

/** Checks with a time and with threads that the test moves. */
final class CheckRig {

    static final long SECOND = 1_000_000_000L;

    /** Every 10 s, a retry after 1 s, no warm-up, 2 s for a look. */
    static final CheckSchedule SCHEDULE =
            new CheckSchedule(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    1,
                    Duration.ofSeconds(1),
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    1);

    final FakeThreads threads = new FakeThreads();
    final FakeThreads kernelThreads = new FakeThreads();
    final FakeNetworks networks = new FakeNetworks();
    final Network network = new Network(networks, Optional.empty());
    final List<String> told = new ArrayList<>();
    final Checks checks;
    private final Deque<LookRun> ended = new ArrayDeque<>();
    private long now = 100 * SECOND;

    /** Answers what the test says, and passes where it says nothing. */
    static final class Server {

        private final Deque<CheckResult> answers = new ArrayDeque<>();
        private int looks;

        void answer(CheckResult next) {
            answers.add(next);
        }

        int looks() {
            return looks;
        }
    }

    /** Looks at a server of the test. */
    record Method(Server server, ProbeCost cost) implements ProbeMethod {

        @Override
        public CheckResult run(Probe probe) {
            server.looks++;
            return server.answers.isEmpty()
                    ? CheckResult.passed("it is there")
                    : server.answers.poll();
        }
    }

    /** With the checker LAMP_CHECK installed, and ALIEN_CHECK, which nobody trusts. */
    CheckRig() {
        CheckerSet checkers = new CheckerSet(new Gates(1), threads, kernelThreads);
        checks = new Checks(checkers, () -> now, new SplittableRandom(1), ended::add);
        checks.arrived("LAMP_CHECK", true);
        checks.arrived("ALIEN_CHECK", false);
    }

    static CheckKey key(String server) {
        return new CheckKey("[10.0.0.1]:tcp:80", server, 0);
    }

    static Check.Probed lamp(Server server) {
        return check("LAMP_CHECK", new Method(server, ProbeCost.CHEAP));
    }

    static Check.Probed check(String keyword, ProbeMethod method) {
        return new Check.Probed(
                keyword,
                method,
                ConnectTarget.of(IpAddress.of("192.0.2.1"), 80),
                SCHEDULE,
                false,
                false);
    }

    static CheckAssignment assign(String server, Check check) {
        return new CheckAssignment(key(server), check, false);
    }

    void follow(CheckAssignment... assignments) {
        checks.follow(
                List.of(assignments),
                network,
                (key, standing) ->
                        told.add(
                                key.realServer()
                                        + " "
                                        + standing.verdict()
                                        + " "
                                        + standing.reason()),
                now);
    }

    long now() {
        return now;
    }

    /** What was told since the last time of asking. */
    List<String> takeTold() {
        List<String> taken = List.copyOf(told);
        told.clear();
        return taken;
    }

    /** Time goes by; looks that are due start and stay under way. */
    void pass(long nanos) {
        long until = now + nanos;
        while (checks.looks().deadlineNanos() <= until) {
            now = Math.max(now, checks.looks().deadlineNanos());
            checks.looks().tick(now);
        }
        now = until;
    }

    /** Time goes by, and each look ends as soon as it has started. */
    void live(long nanos) {
        long until = now + nanos;
        finishAll();
        while (checks.looks().deadlineNanos() <= until) {
            now = Math.max(now, checks.looks().deadlineNanos());
            checks.looks().tick(now);
            finishAll();
        }
        now = until;
    }

    private void finishAll() {
        takeEnded();
        List<FakeThreads.FakeThread> started = started();
        while (!started.isEmpty()) {
            started.forEach(FakeThreads.FakeThread::finish);
            takeEnded();
            started = started();
        }
    }

    private List<FakeThreads.FakeThread> started() {
        List<FakeThreads.FakeThread> started = new ArrayList<>(threads.takeStarted());
        started.addAll(kernelThreads.takeStarted());
        return started;
    }

    /** Hears of the looks that have ended. */
    void takeEnded() {
        while (!ended.isEmpty()) {
            checks.looks().ended(ended.poll(), now);
        }
    }

    boolean isIdle() {
        return checks.looks().deadlineNanos() == Agenda.NEVER;
    }
}

package org.ninelives.bfd.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.api.track.Finding;
import org.ninelives.bfd.settings.ConfigText;
import org.ninelives.testkit.FakeLan;
import org.ninelives.testkit.FakeMachine;

/** A node on a fake LAN with an engine on it. */
final class Host implements Listener {

    private final FakeMachine machine;
    private final List<String> told = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final WatchLoop loop;
    private final BfdEngine engine;
    private LoopTask task = new Nothing();

    Host(FakeLan lan, String name, int number) {
        machine = new FakeMachine(lan, name);
        machine.addLink("eth0");
        machine.addAddress("eth0", "10.0.0." + number + "/24");
        machine.addAddress("eth0", "2001:db8::" + number + "/64");
        loop =
                machine.startWatchLoop(
                        "bfd",
                        new LoopTask() {
                            @Override
                            public long deadlineNanos() {
                                return task.deadlineNanos();
                            }

                            @Override
                            public void due(long nowNanos) {
                                task.due(nowNanos);
                            }

                            @Override
                            public void turnEnded(long nowNanos) {
                                task.turnEnded(nowNanos);
                            }
                        });
        engine = new BfdEngine(loop, this, new SplittableRandom(number));
        task = engine;
    }

    private static final class Nothing implements LoopTask {
        @Override
        public long deadlineNanos() {
            return NEVER;
        }

        @Override
        public void due(long nowNanos) {}
    }

    /** Runs what a configuration says. */
    Host configure(String text) {
        ConfigText config = ConfigText.of(text);
        if (config.problems().stream().anyMatch(problem -> problem.startsWith("ERROR"))) {
            throw new AssertionError(config.problems());
        }
        return run(() -> engine.apply(config.settings()));
    }

    /** Does something on the loop's thread. */
    Host run(Runnable work) {
        loop.post(work);
        machine.settle();
        return this;
    }

    void advance(Duration time) {
        machine.advance(time);
    }

    FakeMachine machine() {
        return machine;
    }

    BfdEngine engine() {
        return engine;
    }

    RunningSession session(String name) {
        return engine.session(name);
    }

    String state(String name) {
        return session(name).stateWord();
    }

    /** What listeners heard, since the last time somebody looked. */
    List<String> told() {
        List<String> copy = List.copyOf(told);
        told.clear();
        return copy;
    }

    @Override
    public void added(String session) {
        told.add("added " + session);
    }

    @Override
    public void removed(String session) {
        told.add("removed " + session);
    }

    @Override
    public void found(String session, Finding finding) {
        findings.add(session + " " + finding);
    }

    /** What those who follow heard. */
    List<String> findings() {
        return findings;
    }

    @Override
    public void happened(String session, Finding from, Finding to, String text) {
        told.add(from + " -> " + to + ": " + text);
    }
}

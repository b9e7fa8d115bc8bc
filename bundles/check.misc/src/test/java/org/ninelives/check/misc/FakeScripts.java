package org.ninelives.check.misc;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.script.ScriptVerdict;
import org.ninelives.api.script.Scripts;

/** Scripts that run until the test, or whoever started them, ends them. */
final class FakeScripts implements Scripts {

    private final BlockingQueue<Job> started = new LinkedBlockingQueue<>();
    private volatile List<String> obstacles = List.of();

    /** A run that goes on. */
    record Job(ScriptJob job, Consumer<ScriptOutcome> told) implements ScriptRun {

        void end(ScriptEnd end) {
            told.accept(
                    new ScriptOutcome(end, OptionalLong.of(1), Duration.ofMillis(3), List.of()));
        }

        @Override
        public void kill() {
            end(new ScriptEnd.Killed());
        }
    }

    /** From now on nothing can be run for these reasons, or all if there are none. */
    void refuse(String... reasons) {
        obstacles = List.of(reasons);
    }

    /** Waits for a script to be started. */
    Job next() throws InterruptedException {
        return started.take();
    }

    boolean isIdle() {
        return started.isEmpty();
    }

    @Override
    public ScriptVerdict inspect(Script script, ScriptRules rules) {
        return new ScriptVerdict(obstacles.isEmpty(), obstacles);
    }

    @Override
    public ScriptRun start(ScriptJob job, Consumer<ScriptOutcome> told) {
        Job run = new Job(job, told);
        started.add(run);
        return run;
    }
}

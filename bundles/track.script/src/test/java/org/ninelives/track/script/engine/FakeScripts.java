package org.ninelives.track.script.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.script.ScriptVerdict;
import org.ninelives.api.script.Scripts;

/** Scripts that run until the test ends them. */
final class FakeScripts implements Scripts {

    /** Paths of scripts that may not run. */
    final Set<String> refused = new HashSet<>();

    final List<Job> running = new ArrayList<>();
    int started;

    final class Job implements ScriptRun {
        final ScriptJob job;
        private final Consumer<ScriptOutcome> told;

        private Job(ScriptJob job, Consumer<ScriptOutcome> told) {
            this.job = job;
            this.told = told;
        }

        @Override
        public void kill() {
            end(new ScriptEnd.Killed());
        }

        void end(ScriptEnd end, String... output) {
            if (running.remove(this)) {
                told.accept(
                        new ScriptOutcome(
                                end, OptionalLong.of(1), Duration.ofMillis(12), List.of(output)));
            }
        }
    }

    @Override
    public ScriptVerdict inspect(Script script, ScriptRules rules) {
        return refused.contains(script.path())
                ? new ScriptVerdict(false, List.of("it does not exist"))
                : new ScriptVerdict(true, List.of());
    }

    @Override
    public ScriptRun start(ScriptJob job, Consumer<ScriptOutcome> told) {
        started++;
        Job run = new Job(job, told);
        running.add(run);
        return run;
    }

    /** The only one that runs. */
    Job only() {
        if (running.size() != 1) {
            throw new IllegalStateException(running.size() + " scripts run");
        }
        return running.getFirst();
    }
}

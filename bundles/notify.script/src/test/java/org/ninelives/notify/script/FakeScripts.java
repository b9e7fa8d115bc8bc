package org.ninelives.notify.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.script.ScriptVerdict;
import org.ninelives.api.script.Scripts;

/** Scripts that run until the test ends them. One whose path begins with /no may not run. */
public final class FakeScripts implements Scripts {

    private final List<Started> started = new ArrayList<>();

    /** A script that was started. */
    public static final class Started implements ScriptRun {
        private final ScriptJob job;
        private final Consumer<ScriptOutcome> told;
        private boolean ended;

        Started(ScriptJob job, Consumer<ScriptOutcome> told) {
            this.job = job;
            this.told = told;
        }

        public ScriptJob job() {
            return job;
        }

        /** It ends by itself. */
        public void exit(int status) {
            end(new ScriptEnd.Exited(status));
        }

        @Override
        public void kill() {
            end(new ScriptEnd.Killed());
        }

        private void end(ScriptEnd end) {
            if (!ended) {
                ended = true;
                told.accept(new ScriptOutcome(end, OptionalLong.of(1), Duration.ZERO, List.of()));
            }
        }

        @Override
        public String toString() {
            List<String> words = new ArrayList<>(job.script().words());
            words.addAll(job.extraWords());
            return String.join(" ", words);
        }
    }

    @Override
    public ScriptVerdict inspect(Script script, ScriptRules rules) {
        boolean usable = !script.path().startsWith("/no");
        return new ScriptVerdict(usable, usable ? List.of() : List.of("it does not exist"));
    }

    @Override
    public ScriptRun start(ScriptJob job, Consumer<ScriptOutcome> told) {
        Started run = new Started(job, told);
        started.add(run);
        return run;
    }

    /** Those that run now, the oldest first. */
    public List<Started> running() {
        return started.stream().filter(each -> !each.ended).toList();
    }

    /** All commands so far, as they would be typed. */
    public List<String> commands() {
        return started.stream().map(Started::toString).toList();
    }

    /** The one of those that run whose command begins so. */
    public Started find(String command) {
        return running().stream()
                .filter(each -> each.toString().startsWith(command))
                .findFirst()
                .orElseThrow();
    }
}

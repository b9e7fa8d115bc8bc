package org.ninelives.track.script.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ninelives.api.script.ScriptEnd;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.script.Scripts;
import org.ninelives.api.track.Finding;
import org.ninelives.track.script.core.RunResult;
import org.ninelives.track.script.core.ScriptEffect;
import org.ninelives.track.script.core.ScriptInput;
import org.ninelives.track.script.core.ScriptTiming;
import org.ninelives.track.script.core.WatchedScript;
import org.ninelives.track.script.settings.ScriptSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One script that is followed: its runs, and what is told of them. Engine thread only. */
final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    /** So that a first run that ends with status 0 is no change. */
    private static final ScriptEnd GOOD_END = new ScriptEnd.Exited(0);

    private final Scripts scripts;
    private final Timeline timeline;
    private final BiConsumer<Finding, String> found;
    private final WatchedScript script;
    private ScriptSettings settings;
    private ScriptRules rules;
    private Runnable cancelTick = () -> {};
    private volatile Optional<ScriptRun> run = Optional.empty();
    private Optional<ScriptOutcome> last = Optional.empty();
    private boolean stopped;
    private volatile RunRecord record = RunRecord.NONE;

    /**
     * Runs nothing yet.
     *
     * @param timing that of the settings, but for what an earlier watch has found out
     * @param found told what is known of it, and in which words
     */
    Watch(
            Scripts scripts,
            Timeline timeline,
            ScriptSettings settings,
            ScriptRules rules,
            ScriptTiming timing,
            BiConsumer<Finding, String> found) {
        this.scripts = scripts;
        this.timeline = timeline;
        this.settings = settings;
        this.rules = rules;
        this.found = found;
        script = new WatchedScript(timing);
    }

    ScriptSettings settings() {
        return settings;
    }

    /** What its runs were like. Any thread. */
    RunRecord record() {
        return record;
    }

    /** Whether it runs now. Any thread. */
    boolean isRunning() {
        return run.isPresent();
    }

    void begin() {
        handle(new ScriptInput.Begin());
    }

    /** It goes on by other settings, of which the command and its user are the same. */
    void change(ScriptSettings next, ScriptRules nextRules) {
        rules = nextRules;
        if (!next.equals(settings)) {
            settings = next;
            handle(new ScriptInput.Changed(next.timing()));
        }
    }

    /** A reload has left it what was known of it. */
    void tellKept() {
        if (script.finding() != Finding.Known.UNKNOWN) {
            LOG.info(ScriptWords.kept(name(), script.finding() == Finding.Known.GOOD));
        }
    }

    void stop() {
        stopped = true;
        cancelTick.run();
        run.ifPresent(ScriptRun::kill);
    }

    private void handle(ScriptInput input) {
        script.handle(timeline.nowNanos(), input, this::perform);
        cancelTick.run();
        cancelTick = timeline.at(script.deadlineNanos(), () -> handle(new ScriptInput.Tick()));
    }

    private void perform(ScriptEffect effect) {
        switch (effect) {
            case ScriptEffect.Run start -> start();
            case ScriptEffect.Skipped skipped -> {
                record = record.plusSkipped();
                LOG.trace("Track script {} is still running, so it is not started", name());
            }
            case ScriptEffect.Found change -> tell(change.finding());
        }
    }

    private void start() {
        ScriptJob job =
                new ScriptJob(
                        "vrrp_script " + name(),
                        settings.script(),
                        rules,
                        List.of(),
                        Map.of(),
                        settings.timeout());
        run = Optional.of(scripts.start(job, end -> timeline.post(() -> ended(end))));
    }

    private void ended(ScriptOutcome outcome) {
        if (stopped) {
            return;
        }
        run = Optional.empty();
        RunResult result = result(outcome);
        if (result == RunResult.NONE) {
            LOG.warn("vrrp_script {} {}", name(), outcome);
        } else {
            record = record.plus(outcome);
            if (!outcome.end().equals(last.map(ScriptOutcome::end).orElse(GOOD_END))) {
                LOG.info(ScriptWords.ended(name(), outcome));
            }
            last = Optional.of(outcome);
        }
        handle(new ScriptInput.Ended(result));
    }

    private static RunResult result(ScriptOutcome outcome) {
        return switch (outcome.end()) {
            case ScriptEnd.Exited exited ->
                    exited.status() == 0 ? RunResult.SUCCESS : RunResult.FAILURE;
            case ScriptEnd.Signalled signalled -> RunResult.FAILURE;
            case ScriptEnd.TimedOut timedOut -> RunResult.FAILURE;
            case ScriptEnd.NotStarted notStarted -> RunResult.FAILURE;
            case ScriptEnd.Withheld withheld -> RunResult.NONE;
            case ScriptEnd.Killed killed -> RunResult.NONE;
        };
    }

    private void tell(Finding.Known finding) {
        String text =
                last.map(outcome -> ScriptWords.changed(name(), outcome))
                        .orElseGet(() -> ScriptWords.assumedBad(name()));
        if (finding == Finding.Known.GOOD) {
            LOG.info(text);
        } else {
            LOG.warn(text);
        }
        found.accept(finding, text);
    }

    private String name() {
        return settings.name();
    }
}

package org.ninelives.track.script.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptVerdict;
import org.ninelives.api.script.Scripts;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerBoard;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.track.script.core.ScriptTiming;
import org.ninelives.track.script.settings.ScriptSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the scripts that somebody follows. */
public final class ScriptEngine {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptEngine.class);

    private final Scripts scripts;
    private final TrackerBoard board;
    private final Timeline timeline;
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();
    private Map<String, ScriptSettings> usable = Map.of();
    private ScriptRules rules = ScriptRules.DEFAULT;

    /** Watches nothing yet. */
    public ScriptEngine(Scripts scripts, TrackerBoard board) {
        this(scripts, board, new ThreadTimeline("track_script"));
    }

    ScriptEngine(Scripts scripts, TrackerBoard board, Timeline timeline) {
        this.scripts = scripts;
        this.board = board;
        this.timeline = timeline;
    }

    /** These are the scripts from now on. Looks at their files; one thread at a time. */
    public void apply(Map<String, ScriptSettings> defined, ScriptRules nextRules) {
        board.define(defined.keySet());
        Map<String, ScriptSettings> fit = new LinkedHashMap<>();
        defined.forEach(
                (name, settings) -> {
                    if (inspect(settings, nextRules)) {
                        fit.put(name, settings);
                    }
                });
        timeline.post(
                () -> {
                    usable = fit;
                    rules = nextRules;
                    Set<Watch> before = Set.copyOf(watches.values());
                    review();
                    watches.values().stream().filter(before::contains).forEach(Watch::tellKept);
                });
    }

    private boolean inspect(ScriptSettings settings, ScriptRules nextRules) {
        String name = settings.name();
        ScriptVerdict verdict = scripts.inspect(settings.script(), nextRules);
        String why = String.join("; ", verdict.sentences());
        if (!verdict.usable()) {
            LOG.warn("Disabling vrrp_script {}: {}", name, why);
            board.found(name, Finding.ABSENT, 0, "VRRP_Script(" + name + ") disabled: " + why);
        } else if (!why.isEmpty()) {
            LOG.info("vrrp_script {}: {}", name, why);
        }
        if (verdict.usable() && board.status(name).state().equals("ABSENT")) {
            board.forget(name);
        }
        return verdict.usable();
    }

    /** As {@link org.ninelives.api.track.TrackerSource#follow}. */
    public void follow(TrackerListener listener, Set<String> names) {
        board.follow(listener, names);
        timeline.post(this::review);
    }

    private void review() {
        Set<String> wanted = board.followed();
        wanted.retainAll(usable.keySet());
        for (String name : List.copyOf(watches.keySet())) {
            if (!wanted.contains(name)) {
                watches.remove(name).stop();
                if (usable.containsKey(name)) {
                    board.forget(name);
                }
            }
        }
        wanted.forEach(name -> watch(usable.get(name)));
    }

    private void watch(ScriptSettings settings) {
        String name = settings.name();
        Watch running = watches.get(name);
        if (running != null && running.settings().runsSameAs(settings)) {
            running.change(settings, rules);
            return;
        }
        if (running != null) {
            running.stop();
        }
        Watch watch =
                new Watch(
                        scripts,
                        timeline,
                        settings,
                        rules,
                        timing(settings),
                        (finding, text) -> board.found(name, finding, 0, text));
        watches.put(name, watch);
        watch.begin();
    }

    /**
     * Where another command takes the place of one with results, these hold until its first one: a
     * reload alone moves no address.
     */
    private ScriptTiming timing(ScriptSettings settings) {
        ScriptTiming timing = settings.timing();
        boolean failsFirst =
                timing.failsFirst() && board.status(settings.name()).state().equals("UNKNOWN");
        return new ScriptTiming(timing.intervalNanos(), timing.rise(), timing.fall(), failsFirst);
    }

    /** What the runs of a script were like. Any thread. */
    public RunRecord record(String name) {
        Watch watch = watches.get(name);
        return watch == null ? RunRecord.NONE : watch.record();
    }

    /** Whether a script runs now. Any thread. */
    public boolean isRunning(String name) {
        Watch watch = watches.get(name);
        return watch != null && watch.isRunning();
    }

    /** Ends all runs. */
    public void stop() {
        timeline.post(
                () -> {
                    watches.values().forEach(Watch::stop);
                    watches.clear();
                    timeline.close();
                });
    }
}

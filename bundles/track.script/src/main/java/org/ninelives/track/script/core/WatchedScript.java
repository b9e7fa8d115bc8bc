package org.ninelives.track.script.core;

import java.util.function.Consumer;
import org.ninelives.api.track.Finding;

/**
 * One script that is watched: when it runs, and what its results say. Knows no clock, no process
 * and no thread.
 */
public final class WatchedScript {

    /** The deadline of a script that was not told to begin. */
    public static final long NEVER = Long.MAX_VALUE;

    private ScriptTiming timing;
    private ResultCounter counter;
    private long deadlineNanos = NEVER;
    private boolean running;

    public WatchedScript(ScriptTiming timing) {
        this.timing = timing;
        counter = new ResultCounter(timing.rise(), timing.fall(), timing.failsFirst());
    }

    /** When the next {@link ScriptInput.Tick} is due, or {@link #NEVER}. */
    public long deadlineNanos() {
        return deadlineNanos;
    }

    /** What is known of it. */
    public Finding.Known finding() {
        return counter.finding();
    }

    /** Something happens at a time; what is to be done is told in order. */
    public void handle(long nowNanos, ScriptInput input, Consumer<ScriptEffect> effects) {
        switch (input) {
            case ScriptInput.Begin begin -> begin(nowNanos, effects);
            case ScriptInput.Tick tick -> tick(nowNanos, effects);
            case ScriptInput.Ended ended -> ended(ended.result(), effects);
            case ScriptInput.Changed changed -> change(nowNanos, changed.timing());
        }
    }

    private void begin(long nowNanos, Consumer<ScriptEffect> effects) {
        deadlineNanos = nowNanos;
        if (counter.finding() != Finding.Known.UNKNOWN) {
            effects.accept(new ScriptEffect.Found(counter.finding()));
        }
        tick(nowNanos, effects);
    }

    private void tick(long nowNanos, Consumer<ScriptEffect> effects) {
        if (nowNanos < deadlineNanos) {
            return;
        }
        long next = deadlineNanos + timing.intervalNanos();
        // Runs that a pause of the machine has swallowed are not made up for.
        deadlineNanos = next > nowNanos ? next : nowNanos + timing.intervalNanos();
        effects.accept(running ? new ScriptEffect.Skipped() : new ScriptEffect.Run());
        running = true;
    }

    private void ended(RunResult result, Consumer<ScriptEffect> effects) {
        running = false;
        Finding.Known before = counter.finding();
        switch (result) {
            case SUCCESS -> counter.succeeded();
            case FAILURE -> counter.failed();
            case NONE -> {}
        }
        if (counter.finding() != before) {
            effects.accept(new ScriptEffect.Found(counter.finding()));
        }
    }

    private void change(long nowNanos, ScriptTiming next) {
        Finding.Known known = counter.finding();
        counter = new ResultCounter(next.rise(), next.fall(), false);
        if (known != Finding.Known.UNKNOWN) {
            counter.assume(known == Finding.Known.GOOD);
        }
        if (deadlineNanos != NEVER) {
            deadlineNanos = Math.min(deadlineNanos, nowNanos + next.intervalNanos());
        }
        timing = next;
    }
}

package org.ninelives.track.process.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ninelives.api.system.ProcessEvent;
import org.ninelives.api.system.RunningProcess;

/**
 * All that is tracked of processes: a list of them at first, then the kernel's events, and the list
 * again when events were lost. Knows no clock, no socket and no thread.
 */
public final class ProcessCount {

    /** The answer of {@link #deadlineNanos} that asks for no {@link Input.Tick}. */
    public static final long NEVER = ProcessTracker.NEVER;

    /**
     * Where processes come faster than they can be listed, there shall be time for other things.
     */
    static final long LIST_PAUSE_NANOS = 1_000_000_000L;

    private final Map<String, ProcessTracker> trackers = new LinkedHashMap<>();
    private OptionalLong listedNanos = OptionalLong.empty();
    private long listDeadlineNanos = NEVER;

    /** When the next {@link Input.Tick} is due, or {@link #NEVER}. */
    public long deadlineNanos() {
        long earliest = listDeadlineNanos;
        for (ProcessTracker tracker : trackers.values()) {
            earliest = Math.min(earliest, tracker.deadlineNanos());
        }
        return earliest;
    }

    /** Whether command lines are compared at all. */
    public boolean needsCommands() {
        return trackers.values().stream().anyMatch(ProcessTracker::needsCommand);
    }

    /** How many processes match now, by the name of what is tracked. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        trackers.forEach((name, tracker) -> counts.put(name, tracker.count()));
        return counts;
    }

    /** Takes what is told, and says what follows. */
    public void handle(long nowNanos, Input input, Consumer<Effect> effects) {
        switch (input) {
            case Input.Track wanted -> track(wanted.settings(), effects);
            case Input.Listed listed -> {
                listedNanos = OptionalLong.of(nowNanos);
                each(tracker -> tracker.listed(nowNanos, listed.processes(), effects));
            }
            case Input.LookedAt looked ->
                    // Of one that has ended since, the end will be told.
                    looked.process().ifPresent(process -> became(nowNanos, process, effects));
            case Input.Happened happened -> happened(nowNanos, happened.event(), effects);
            case Input.Tick tick -> due(nowNanos, effects);
        }
    }

    /** What stays as it was keeps its count and its deadline. */
    private void track(List<ProcessSettings> settings, Consumer<Effect> effects) {
        Map<String, ProcessTracker> before = new LinkedHashMap<>(trackers);
        trackers.clear();
        boolean isNew = false;
        for (ProcessSettings wanted : settings) {
            ProcessTracker known = before.get(wanted.name());
            boolean kept = known != null && known.settings().equals(wanted);
            trackers.put(wanted.name(), kept ? known : new ProcessTracker(wanted));
            isNew |= !kept;
        }
        if (isNew) {
            effects.accept(new Effect.ListProcesses(false));
        }
    }

    private void happened(long nowNanos, ProcessEvent event, Consumer<Effect> effects) {
        switch (event) {
            case ProcessEvent.Forked forked ->
                    each(
                            tracker ->
                                    tracker.forked(
                                            nowNanos, forked.parent(), forked.child(), effects));
            case ProcessEvent.Executed executed ->
                    effects.accept(new Effect.LookAt(executed.pid()));
            case ProcessEvent.Renamed renamed ->
                    each(
                            tracker ->
                                    tracker.renamed(
                                            nowNanos, renamed.pid(), renamed.name(), effects));
            case ProcessEvent.Exited exited ->
                    each(tracker -> tracker.exited(nowNanos, exited.pid(), effects));
            case ProcessEvent.Lost lost -> lost(nowNanos);
        }
    }

    private void became(long nowNanos, RunningProcess process, Consumer<Effect> effects) {
        each(tracker -> tracker.became(nowNanos, process, effects));
    }

    private void lost(long nowNanos) {
        long earliest = listedNanos.isPresent() ? listedNanos.getAsLong() + LIST_PAUSE_NANOS : 0;
        listDeadlineNanos = Math.max(nowNanos, earliest);
    }

    private void due(long nowNanos, Consumer<Effect> effects) {
        each(tracker -> tracker.due(nowNanos, effects));
        if (listDeadlineNanos <= nowNanos) {
            listDeadlineNanos = NEVER;
            effects.accept(new Effect.ListProcesses(true));
        }
    }

    private void each(Consumer<ProcessTracker> work) {
        new ArrayList<>(trackers.values()).forEach(work);
    }
}

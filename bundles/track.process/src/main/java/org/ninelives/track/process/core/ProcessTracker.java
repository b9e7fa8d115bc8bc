package org.ninelives.track.process.core;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ninelives.api.system.RunningProcess;

/**
 * Counts the processes of one {@code vrrp_track_process}, and says when their number is good or
 * bad. As with keepalived, a delay begins when a fork or an end makes the number cross a limit, and
 * ends without effect when the number is back before; what the start of a program or another name
 * brings counts at once.
 */
final class ProcessTracker {

    static final long NEVER = Long.MAX_VALUE;

    private final ProcessSettings settings;
    private final Set<Integer> pids = new HashSet<>();

    /** Whether the number is good now. */
    private boolean good;

    /** What was told last; empty before the first list. */
    private Optional<Boolean> told = Optional.empty();

    private long deadlineNanos = NEVER;

    ProcessTracker(ProcessSettings settings) {
        this.settings = settings;
    }

    ProcessSettings settings() {
        return settings;
    }

    /** How many processes match now. */
    int count() {
        return pids.size();
    }

    boolean needsCommand() {
        return settings.pattern() instanceof ProcessPattern.Command;
    }

    /** When {@link #due} wants to be called, or {@link #NEVER}. */
    long deadlineNanos() {
        return deadlineNanos;
    }

    void listed(long nowNanos, List<RunningProcess> processes, Consumer<Effect> effects) {
        pids.clear();
        processes.stream()
                .filter(settings.pattern()::matches)
                .forEach(process -> pids.add(process.pid()));
        if (told.isEmpty()) {
            good = settings.isGood(count());
            become(effects);
            return;
        }
        // Those that are missing have ended without our being told.
        boolean ended = count() < settings.quorum();
        judge(nowNanos, ended ? settings.terminateDelayNanos() : 0, effects);
    }

    void forked(long nowNanos, int parent, int child, Consumer<Effect> effects) {
        if (pids.contains(parent) && pids.add(child)) {
            judge(nowNanos, settings.forkDelayNanos(), effects);
        }
    }

    /** A process is this now, since it executed a program. */
    void became(long nowNanos, RunningProcess process, Consumer<Effect> effects) {
        count(nowNanos, process.pid(), settings.pattern().matches(process), effects);
    }

    void renamed(long nowNanos, int pid, String name, Consumer<Effect> effects) {
        if (settings.pattern() instanceof ProcessPattern.Name wanted) {
            count(nowNanos, pid, wanted.name().equals(name), effects);
        }
    }

    private void count(long nowNanos, int pid, boolean matches, Consumer<Effect> effects) {
        if (matches ? pids.add(pid) : pids.remove(pid)) {
            judge(nowNanos, 0, effects);
        }
    }

    void exited(long nowNanos, int pid, Consumer<Effect> effects) {
        if (pids.remove(pid)) {
            judge(nowNanos, settings.terminateDelayNanos(), effects);
        }
    }

    void due(long nowNanos, Consumer<Effect> effects) {
        if (deadlineNanos <= nowNanos) {
            become(effects);
        }
    }

    /** Only the crossing of a limit sets a deadline, so that no delay is begun anew. */
    private void judge(long nowNanos, long delayNanos, Consumer<Effect> effects) {
        boolean before = good;
        good = settings.isGood(count());
        if (good == before || told.isEmpty()) {
            return;
        }
        if (good == told.get()) {
            deadlineNanos = NEVER;
        } else if (delayNanos == 0) {
            become(effects);
        } else {
            deadlineNanos = nowNanos + delayNanos;
        }
    }

    private void become(Consumer<Effect> effects) {
        deadlineNanos = NEVER;
        boolean first = told.isEmpty();
        told = Optional.of(good);
        String text = first ? settings.found(count()) : settings.changed(good, count());
        effects.accept(new Effect.Became(settings.name(), good, count(), text));
    }
}

package org.ninelives.notify.script.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The scripts of one subject, such as a virtual router, in the order of events. What begins has its
 * turn; what still waits when it is old news is dropped. So a slow script delays the next one, and
 * the last one told is the last one that happened. Not safe for use by several threads.
 */
public final class ScriptQueue {

    private final List<Run> running = new ArrayList<>();
    private final Deque<Notice.Call> waiting = new ArrayDeque<>();

    /**
     * A script that is to be run now.
     *
     * @param index which command of the call
     * @param last whether nothing of the call follows when it ends
     */
    public record Run(Notice.Call call, int index, boolean last) {

        public Notice.Command command() {
            return call.commands().get(index);
        }
    }

    /** What is to be done. */
    public sealed interface Step {
        /** Run it, and tell when it has {@linkplain #ended ended}. */
        record Start(Run run) implements Step {}

        /** It is left out, because {@code newer} has happened since. */
        record Drop(Notice.Call call, Notice.Call newer) implements Step {}
    }

    /** Something is to be told, after all that was to be told before. */
    public void arrived(Notice.Call call, Consumer<Step> steps) {
        for (Iterator<Notice.Call> each = waiting.iterator(); each.hasNext(); ) {
            Notice.Call earlier = each.next();
            if (call.outdates(earlier)) {
                each.remove();
                steps.accept(new Step.Drop(earlier, call));
            }
        }
        // There is no time left to wait for what still runs.
        if (running.isEmpty() || call.turn() == Notice.Turn.LAST) {
            start(call, 0, steps);
        } else {
            waiting.add(call);
        }
    }

    /** Something is to be told at once, all its scripts side by side, whatever still runs. */
    public void arrivedBeside(Notice.Call call, Consumer<Step> steps) {
        for (int i = 0; i < call.commands().size(); i++) {
            start(new Run(call, i, true), steps);
        }
    }

    /** A script has ended, by whatever way. */
    public void ended(Run run, Consumer<Step> steps) {
        running.remove(run);
        if (!run.last()) {
            start(run.call(), run.index() + 1, steps);
        } else if (running.isEmpty() && !waiting.isEmpty()) {
            start(waiting.remove(), 0, steps);
        }
    }

    /** Whether nothing runs or waits. */
    public boolean isIdle() {
        return running.isEmpty();
    }

    private void start(Notice.Call call, int index, Consumer<Step> steps) {
        start(new Run(call, index, index + 1 == call.commands().size()), steps);
    }

    private void start(Run run, Consumer<Step> steps) {
        running.add(run);
        steps.accept(new Step.Start(run));
    }
}

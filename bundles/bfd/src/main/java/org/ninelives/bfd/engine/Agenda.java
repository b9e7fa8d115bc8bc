package org.ninelives.bfd.engine;

import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.ninelives.api.system.LoopTask;

/**
 * Whose deadline comes next. A deadline that moves away, as each packet heard lets it, costs
 * nothing: an entry stays where it is and is looked at once too early.
 */
final class Agenda {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(entry -> entry.plannedNanos));

    /** Something with a deadline. */
    abstract static class Entry {

        /** No later than its deadline, while it is on the agenda. */
        private long plannedNanos = LoopTask.NEVER;

        private boolean planned;

        /** When it wants to be called, or {@link LoopTask#NEVER}. */
        abstract long deadlineNanos();
    }

    /** An entry's deadline may have changed. */
    void update(Entry entry) {
        long deadlineNanos = entry.deadlineNanos();
        if (entry.planned && entry.plannedNanos <= deadlineNanos) {
            return;
        }
        remove(entry);
        if (deadlineNanos != LoopTask.NEVER) {
            add(entry, deadlineNanos);
        }
    }

    void remove(Entry entry) {
        if (entry.planned) {
            entries.remove(entry);
            entry.planned = false;
        }
    }

    private void add(Entry entry, long deadlineNanos) {
        entry.plannedNanos = deadlineNanos;
        entry.planned = true;
        entries.add(entry);
    }

    /** When something may be due, or {@link LoopTask#NEVER}. */
    long deadlineNanos() {
        return entries.isEmpty() ? LoopTask.NEVER : entries.peek().plannedNanos;
    }

    /** Takes the next entry that is due off the agenda. */
    Optional<Entry> takeDue(long nowNanos) {
        while (deadlineNanos() <= nowNanos) {
            Entry entry = entries.remove();
            entry.planned = false;
            if (entry.deadlineNanos() <= nowNanos) {
                return Optional.of(entry);
            }
            update(entry);
        }
        return Optional.empty();
    }
}

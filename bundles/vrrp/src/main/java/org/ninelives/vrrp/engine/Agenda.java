package org.ninelives.vrrp.engine;

import java.util.Arrays;
import org.ninelives.api.system.LoopTask;

/**
 * Whose deadline comes next, among thousands: a binary heap in which each entry knows its place, so
 * that moving a deadline costs a few comparisons and no allocation.
 */
final class Agenda {

    /** The deadline of what awaits nothing. */
    static final long NEVER = LoopTask.NEVER;

    private Entry[] heap = new Entry[16];
    private int size;

    /** Something with a deadline. */
    abstract static class Entry {

        private static final int ABSENT = -1;

        private long deadlineNanos = NEVER;
        private int place = ABSENT;

        /** What is to be done when the deadline has come. */
        abstract void due(long nowNanos);
    }

    /** Sets the deadline of an entry; {@link LoopTask#NEVER} takes it off the agenda. */
    void set(Entry entry, long deadlineNanos) {
        if (entry.place == Entry.ABSENT) {
            if (deadlineNanos == NEVER) {
                return;
            }
            entry.deadlineNanos = deadlineNanos;
            append(entry);
            rise(entry);
        } else if (deadlineNanos == NEVER) {
            remove(entry);
        } else {
            long before = entry.deadlineNanos;
            entry.deadlineNanos = deadlineNanos;
            if (deadlineNanos < before) {
                rise(entry);
            } else {
                sink(entry);
            }
        }
    }

    /** The earliest deadline; {@link LoopTask#NEVER} if there is none. */
    long deadlineNanos() {
        return size == 0 ? NEVER : heap[0].deadlineNanos;
    }

    /**
     * Calls every entry whose deadline has come. Each must have set itself another deadline, or
     * none, when its call returns; one that fails to is taken off, so that it cannot hold up the
     * others.
     */
    void runDue(long nowNanos) {
        while (size > 0 && heap[0].deadlineNanos <= nowNanos) {
            Entry entry = heap[0];
            long before = entry.deadlineNanos;
            try {
                entry.due(nowNanos);
            } finally {
                if (entry.place != Entry.ABSENT && entry.deadlineNanos == before) {
                    remove(entry);
                }
            }
        }
    }

    private void append(Entry entry) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        put(entry, size++);
    }

    private void remove(Entry entry) {
        int place = entry.place;
        entry.place = Entry.ABSENT;
        entry.deadlineNanos = NEVER;
        Entry last = heap[--size];
        heap[size] = null;
        if (place < size) {
            put(last, place);
            rise(last);
            sink(last);
        }
    }

    private void put(Entry entry, int place) {
        heap[place] = entry;
        entry.place = place;
    }

    private void rise(Entry entry) {
        int place = entry.place;
        while (place > 0) {
            Entry parent = heap[(place - 1) / 2];
            if (parent.deadlineNanos <= entry.deadlineNanos) {
                break;
            }
            put(parent, place);
            place = (place - 1) / 2;
        }
        put(entry, place);
    }

    private void sink(Entry entry) {
        int place = entry.place;
        while (true) {
            int child = 2 * place + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && heap[child + 1].deadlineNanos < heap[child].deadlineNanos) {
                child++;
            }
            if (heap[child].deadlineNanos >= entry.deadlineNanos) {
                break;
            }
            put(heap[child], place);
            place = child;
        }
        put(entry, place);
    }
}

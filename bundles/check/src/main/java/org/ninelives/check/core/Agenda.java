package org.ninelives.check.core;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whose time comes next: a binary heap whose entries know their place, so that moving one costs no
 * search and no object.
 */
public final class Agenda<T extends Agenda.Entry> {

    /** The time of an agenda without entries. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int NOWHERE = -1;
    private static final int ROOM_AT_FIRST = 64;

    private Entry[] heap = new Entry[ROOM_AT_FIRST];
    private int size;

    /** Something that is due at a time. On one agenda at most. */
    public abstract static class Entry {

        private int place = NOWHERE;
        private long timeNanos;
    }

    public int size() {
        return size;
    }

    /** When the first entry is due, or {@link #NEVER}. */
    public long timeNanos() {
        return size == 0 ? NEVER : heap[0].timeNanos;
    }

    /** The entry is due then, whether it was on the agenda or not; {@link #NEVER} takes it off. */
    public void plan(T entry, long timeNanos) {
        if (timeNanos == NEVER) {
            takeOff(entry);
        } else {
            putOn(entry, timeNanos);
        }
    }

    /** Takes an entry off, if it is there. */
    public void remove(T entry) {
        takeOff(entry);
    }

    /** Takes the first entry off if it is due. */
    public Optional<T> takeDue(long nowNanos) {
        if (size == 0 || heap[0].timeNanos > nowNanos) {
            return Optional.empty();
        }
        @SuppressWarnings("unchecked") // only plan() fills the heap
        T first = (T) heap[0];
        takeOff(first);
        return Optional.of(first);
    }

    private void putOn(Entry entry, long timeNanos) {
        entry.timeNanos = timeNanos;
        if (entry.place == NOWHERE) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, size * 2);
            }
            put(entry, size++);
        }
        settle(entry);
    }

    private void takeOff(Entry entry) {
        if (entry.place == NOWHERE) {
            return;
        }
        Entry last = heap[--size];
        heap[size] = null;
        if (entry.place != size) {
            put(last, entry.place);
            settle(last);
        }
        entry.place = NOWHERE;
    }

    private void settle(Entry entry) {
        int place = entry.place;
        while (place > 0 && heap[(place - 1) / 2].timeNanos > entry.timeNanos) {
            put(heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        while (true) {
            int child = 2 * place + 1;
            if (child + 1 < size && heap[child + 1].timeNanos < heap[child].timeNanos) {
                child++;
            }
            if (child >= size || heap[child].timeNanos >= entry.timeNanos) {
                break;
            }
            put(heap[child], place);
            place = child;
        }
        put(entry, place);
    }

    private void put(Entry entry, int place) {
        heap[place] = entry;
        entry.place = place;
    }
}

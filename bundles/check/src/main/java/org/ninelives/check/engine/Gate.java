package org.ninelives.check.engine;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Lets only so many looks go on at once; the others wait in the order of their coming. For one
 * thread.
 */
final class Gate {

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final Queue<Look> waiting = new ArrayDeque<>();
    private final int places;
    private final boolean keptWhenLeft;
    private int taken;

    private Gate(int places, boolean keptWhenLeft) {
        this.places = places;
        this.keptWhenLeft = keptWhenLeft;
    }

    /** For looks that cost nothing to speak of. */
    static Gate open() {
        return new Gate(NO_LIMIT, false);
    }

    /** For looks that are sure to end; one that does not all the same gives its place back. */
    static Gate of(int places) {
        return new Gate(places, false);
    }

    /**
     * For looks that may never end: one that is left behind keeps its place, so that no more
     * threads are lost to its checker than there are places.
     */
    static Gate ofUntrusted(int places) {
        return new Gate(places, true);
    }

    boolean isOpen() {
        return places == NO_LIMIT;
    }

    boolean isKeptWhenLeft() {
        return keptWhenLeft;
    }

    /** Whether the look may start; if not, it waits. */
    boolean enter(Look look) {
        if (taken < places) {
            taken++;
            return true;
        }
        waiting.add(look);
        return false;
    }

    /** Gives a place back, which whoever waits longest has from now on. */
    Optional<Look> leave() {
        Look next = waiting.poll();
        if (next == null) {
            taken--;
        }
        return Optional.ofNullable(next);
    }

    int waiting() {
        return waiting.size();
    }
}

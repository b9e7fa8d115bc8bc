package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The log lines of a turn. They are worded and written when the turn's packets have left and its
 * addresses are set, because a takeover can wait for nothing and words can wait.
 */
final class TurnLog {

    private final List<Runnable> lines = new ArrayList<>();

    void add(Runnable line) {
        lines.add(line);
    }

    /** Writes the lines in the order of adding. */
    void write() {
        if (lines.isEmpty()) {
            return;
        }
        List<Runnable> written = List.copyOf(lines);
        lines.clear();
        written.forEach(Runnable::run);
    }
}

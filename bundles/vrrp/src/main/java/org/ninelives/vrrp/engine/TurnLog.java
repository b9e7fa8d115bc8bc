package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The log lines of a turn. They are worded and written when the turn's packets have left and its
 * addresses are set, because a takeover can wait for nothing and words can wait.
 */
final class TurnLog {

    private final List<Runnable> lines = new ArrayList<>();
    private final Consumer<Runnable> writer;

    private TurnLog(Consumer<Runnable> writer) {
        this.writer = writer;
    }

    /** One that writes. */
    static TurnLog writing() {
        return new TurnLog(Runnable::run);
    }

    /** One whose lines nobody gets to read. */
    static TurnLog mute() {
        return new TurnLog(line -> {});
    }

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
        written.forEach(writer);
    }
}

package org.ninelives.management;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged while it is open. */
public final class LogLines extends Handler implements AutoCloseable {

    private final Logger root = Logger.getLogger("org.ninelives");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public LogLines() {
        root.addHandler(this);
    }

    /** Each as its level and message. */
    public List<String> all() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getLevel() + " " + line.getMessage());
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }
}

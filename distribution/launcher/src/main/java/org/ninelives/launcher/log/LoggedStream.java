package org.ninelives.launcher.log;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * A stream whose lines are logged: what the framework and foreign code print has a place in the log
 * too, and a blocked terminal does not block them.
 */
final class LoggedStream extends OutputStream {

    /** Longer lines are cut into pieces of this size. */
    private static final int LINE_BYTES_MAX = 4096;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private LoggedStream(Consumer<String> lines) {
        this.lines = lines;
    }

    static PrintStream of(Consumer<String> lines) {
        return new PrintStream(new LoggedStream(lines), true, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void write(int b) {
        if (b == '\n' || line.size() == LINE_BYTES_MAX) {
            String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
            line.reset();
            if (!text.isEmpty()) {
                lines.accept(text);
            }
        }
        if (b != '\n') {
            line.write(b);
        }
    }
}

package org.ninelives.lvs.internal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The steps of a check as lines with the time since its start.
 *
 * @param startNanos on the scale of {@link System#nanoTime}
 */
record Story(PrintStream out, long startNanos) implements Consumer<String> {

    @Override
    public void accept(String step) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        out.println(String.format(Locale.ROOT, "%9.3f s  %s", seconds, step));
    }
}

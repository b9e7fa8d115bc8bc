package org.ninelives.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * What the viewer sees: events that scroll by and, on a terminal, a few lines below them that are
 * redrawn. Safe for use by several threads.
 */
final class Screen {

    private static final String CLEAR_BELOW = "\u001b[J";
    private static final String UP = "\u001b[%dA";

    private final PrintStream out;
    private final boolean live;
    private final long startNanos = System.nanoTime();
    private List<String> footer = List.of();

    /**
     * @param live whether the output is a terminal that understands the usual escape sequences
     */
    Screen(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /** Prints text as it is. */
    synchronized void print(String text) {
        eraseFooter();
        out.println(text);
        drawFooter();
    }

    /** Prints something that has just happened, with the seconds since the start. */
    void event(String who, String text) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        print(String.format(Locale.ROOT, "%8.3f s  %-7s %s", seconds, who, text));
    }

    /** Shows these lines below everything else; where the output is no terminal, nowhere. */
    synchronized void showFooter(List<String> lines) {
        eraseFooter();
        footer = live ? List.copyOf(lines) : List.of();
        drawFooter();
    }

    /** Leaves the footer as it is, says the last word and shows nothing more. */
    synchronized void close(String lastWord) {
        out.println(lastWord);
        out.close();
    }

    private void eraseFooter() {
        if (!footer.isEmpty()) {
            out.printf(UP + CLEAR_BELOW, footer.size());
        }
    }

    private void drawFooter() {
        footer.forEach(out::println);
        out.flush();
    }
}

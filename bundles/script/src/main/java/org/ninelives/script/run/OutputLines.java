package org.ninelives.script.run;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is told of the output of a script. */
final class OutputLines {

    private static final int LINES_MAX = 5;

    /** Longer ones keep their beginning, where a message says what it is about. */
    private static final int LENGTH_MAX = 200;

    private OutputLines() {}

    /** The last lines that are not blank, fit for a log. */
    static List<String> last(byte[] tail) {
        List<String> lines =
                new String(tail, StandardCharsets.UTF_8)
                        .lines()
                        .map(OutputLines::printable)
                        .filter(line -> !line.isEmpty())
                        .toList();
        return lines.subList(Math.max(0, lines.size() - LINES_MAX), lines.size());
    }

    /** Without control characters, so that a script cannot forge lines of the log. */
    private static String printable(String line) {
        String plain = line.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= LENGTH_MAX ? plain : plain.substring(0, LENGTH_MAX) + "…";
    }
}

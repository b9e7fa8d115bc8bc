package org.ninelives.linux.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What files below {@code /proc/PID} say, see proc(5). */
final class ProcText {

    /** What the state is called of a process that has ended, but for its parent's notice. */
    private static final String ENDED_STATES = "ZXx";

    private ProcText() {}

    /** The name in {@code stat}; empty when the process has ended, or it is no such text. */
    static Optional<String> nameOfLiving(byte[] stat) {
        // The name may hold anything, parentheses and bytes of no character included.
        int open = indexOf(stat, '(');
        int close = lastIndexOf(stat, ')');
        int state = close + 2;
        if (open < 0 || close < open || state >= stat.length) {
            return Optional.empty();
        }
        return ENDED_STATES.indexOf(stat[state]) >= 0
                ? Optional.empty()
                : Optional.of(text(stat, open + 1, close));
    }

    /** The words of {@code cmdline}, each of which a zero ends. */
    static List<String> words(byte[] cmdline) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < cmdline.length; i++) {
            if (cmdline[i] == 0) {
                words.add(text(cmdline, start, i));
                start = i + 1;
            }
        }
        // Who overwrites its own command line may leave the last zero out.
        if (start < cmdline.length) {
            words.add(text(cmdline, start, cmdline.length));
        }
        return words;
    }

    static String untilZero(byte[] bytes) {
        int end = indexOf(bytes, 0);
        return text(bytes, 0, end < 0 ? bytes.length : end);
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }

    private static int indexOf(byte[] bytes, int wanted) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int lastIndexOf(byte[] bytes, int wanted) {
        int i = bytes.length - 1;
        while (i >= 0 && bytes[i] != wanted) {
            i--;
        }
        return i;
    }
}

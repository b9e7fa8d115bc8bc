package org.ninelives.config.language;

import java.util.Arrays;

/** Some whole lines of a file, as they were when it was read. */
final class Extract {

    private final byte[] content;
    private final int from;
    private final int to;
    private final int firstLine;
    private final int lines;

    /**
     * Lines of a file.
     *
     * @param content the file, shared
     * @param from where the first of them begins
     * @param to where the last of them ends, without its line feed
     * @param firstLine the number of the first, counted from 1
     * @param lines how many they are
     */
    Extract(byte[] content, int from, int to, int firstLine, int lines) {
        this.content = content;
        this.from = from;
        this.to = to;
        this.firstLine = firstLine;
        this.lines = lines;
    }

    int bytes() {
        return to - from;
    }

    int firstLine() {
        return firstLine;
    }

    int lines() {
        return lines;
    }

    /** Whether nothing in them depends on what was read before. */
    boolean isPlain() {
        for (int at = from; at < to; at++) {
            byte c = content[at];
            // They begin a definition or its use, a sequence, a condition; and of bytes that are
            // no UTF-8 only the first of a file is told.
            if (c == '$' || c == '~' || c == '@' || c < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether these lines stand at this place of another file, or of a later state of the same. */
    boolean standsAt(byte[] other, int place) {
        int end = place + bytes();
        return end <= other.length
                && (end == other.length || other[end] == '\n')
                && Arrays.equals(content, from, to, other, place, end);
    }
}

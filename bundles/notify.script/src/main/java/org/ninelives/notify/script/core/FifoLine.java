package org.ninelives.notify.script.core;

import org.ninelives.api.notify.VrrpSubject;

/** The lines of FIFOs: {@code INSTANCE "VI_1" MASTER 100}. */
final class FifoLine {

    private FifoLine() {}

    static String of(VrrpSubject subject, String word, int priority) {
        return "%s \"%s\" %s %d".formatted(subject.kind(), escaped(subject.name()), word, priority);
    }

    /**
     * The name so that a reader finds its end and the line stays one line: a backslash before a
     * quote and a backslash, and octal numbers for control characters, as read(1) of a shell and
     * printf(1) take them.
     */
    private static String escaped(String name) {
        StringBuilder text = new StringBuilder();
        name.chars()
                .forEach(
                        c -> {
                            if (Character.isISOControl(c)) {
                                text.append("\\%03o".formatted(c));
                            } else if (c == '"' || c == '\\') {
                                text.append('\\').append((char) c);
                            } else {
                                text.append((char) c);
                            }
                        });
        return text.toString();
    }
}

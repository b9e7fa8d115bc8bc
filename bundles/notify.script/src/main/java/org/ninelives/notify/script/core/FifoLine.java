package org.ninelives.notify.script.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.notify.VrrpSubject;

/**
 * The lines of FIFOs: {@code INSTANCE "VI_1" MASTER 100}, {@code RS [192.168.0.2]:tcp:80
 * [10.0.0.1]:tcp:80 DOWN}, {@code VS [10.0.0.1]:tcp:80 UP}.
 */
final class FifoLine {

    /** A name in brackets, such as that of a group, and what follows it. */
    private static final Pattern BRACKETED = Pattern.compile("\\[(.*)](:[^]]*)", Pattern.DOTALL);

    private FifoLine() {}

    static String of(LvsEvent.RealServerState change) {
        return "RS %s %s %s"
                .formatted(
                        server(change.realServer()),
                        server(change.virtualServer()),
                        LvsNotices.word(change));
    }

    static String of(LvsEvent.QuorumState change) {
        return "VS %s %s".formatted(server(change.virtualServer()), LvsNotices.word(change));
    }

    /** So that a reader finds the end of the name of a group, whatever it is. */
    private static String server(String name) {
        Matcher bracketed = BRACKETED.matcher(name);
        return bracketed.matches()
                ? "[" + octal(bracketed.group(1), " []\\\"") + "]" + octal(bracketed.group(2), "\\")
                : octal(name, "\\");
    }

    private static String octal(String name, String special) {
        StringBuilder text = new StringBuilder();
        name.chars()
                .forEach(
                        c -> {
                            if (Character.isISOControl(c) || special.indexOf(c) >= 0) {
                                text.append("\\%03o".formatted(c));
                            } else {
                                text.append((char) c);
                            }
                        });
        return text.toString();
    }

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

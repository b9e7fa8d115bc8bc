package org.ninelives.management.audit;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.MBeanOperationInfo;
import javax.management.openmbean.CompositeData;

/**
 * How values look in a line of the log: short, on one line whatever is in them, and without
 * secrets.
 */
public final class Shown {

    private static final Pattern SECRET =
            Pattern.compile(
                    ".*(password|passphrase|secret|token|credential|key)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN_WORD = Pattern.compile("[\\w.@-]{1,64}");

    /** A longer text, or one of several lines, is a file rather than a value. */
    private static final int TEXT_MAX = 100;

    private static final int WORD_MAX = 64;
    private static final int VALUES_MAX = 10;

    private Shown() {}

    /**
     * An invocation such as {@code drain(seconds=60)}.
     *
     * @param operation gives the names of the parameters, where there is such an operation
     */
    public static String call(
            String name, Optional<MBeanOperationInfo> operation, Object[] arguments) {
        StringJoiner shown = new StringJoiner(", ", word(name) + "(", ")");
        for (int i = 0; arguments != null && i < arguments.length; i++) {
            String parameter = operation.isEmpty() ? "" : parameter(operation.get(), i);
            shown.add(
                    (parameter.isEmpty() ? "" : parameter + "=") + value(parameter, arguments[i]));
        }
        return shown.toString();
    }

    private static String parameter(MBeanOperationInfo operation, int index) {
        return index < operation.getSignature().length
                ? operation.getSignature()[index].getName()
                : "";
    }

    /**
     * A value.
     *
     * @param name what it is called, which tells whether it is a secret
     */
    public static String value(String name, Object value) {
        if (value != null && SECRET.matcher(name).matches()) {
            return "***";
        }
        return switch (value) {
            case null -> "null";
            case String text -> text(text);
            case CompositeData record -> record(record);
            case Object[] values -> values(values);
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> value.getClass().getSimpleName();
        };
    }

    /** A name: as it is if it is one plain word, else the beginning of it, quoted. */
    public static String word(String text) {
        return PLAIN_WORD.matcher(text).matches()
                ? text
                : quoted(text.substring(0, Math.min(text.length(), WORD_MAX)));
    }

    private static String text(String text) {
        return text.length() > TEXT_MAX || text.lines().count() > 1
                ? "(" + text.length() + " characters)"
                : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder shown = new StringBuilder("\"");
        text.codePoints()
                .forEach(
                        letter -> {
                            // Nobody may end the line and begin one that looks like the daemon's.
                            if (letter == '"' || letter == '\\' || !isPrintable(letter)) {
                                shown.append(String.format("\\u%04x", letter));
                            } else {
                                shown.appendCodePoint(letter);
                            }
                        });
        return shown.append('"').toString();
    }

    private static boolean isPrintable(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }

    private static String record(CompositeData record) {
        StringJoiner shown = new StringJoiner(", ", "{", "}");
        for (String key : record.getCompositeType().keySet()) {
            Object value = record.get(key);
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                shown.add(key + "=" + value(key, value));
            }
        }
        return shown.toString();
    }

    private static String values(Object[] values) {
        return values.length > VALUES_MAX
                ? "(" + values.length + " values)"
                : Stream.of(values).map(each -> value("", each)).toList().toString();
    }
}

package org.ninelives.api.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes one JSON object, RFC 8259, its members in the order in which they are put. Not for use by
 * several threads at once.
 */
public final class JsonObject {

    private final StringBuilder text = new StringBuilder("{");

    /**
     * Puts a string, a number, a truth value, another object, or a list of these.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public JsonObject put(String name, Object value) {
        if (text.length() > 1) {
            text.append(',');
        }
        text.append(string(name)).append(':').append(json(value));
        return this;
    }

    /**
     * Writes a list of what {@link #put} takes.
     *
     * @throws IllegalArgumentException if there is anything else in it
     */
    public static String array(List<?> list) {
        return list.stream().map(JsonObject::json).collect(Collectors.joining(",", "[", "]"));
    }

    /** Nanoseconds as seconds, without zeros at the end. */
    public static BigDecimal seconds(long nanos) {
        BigDecimal seconds = BigDecimal.valueOf(nanos, 9).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }

    private static String json(Object value) {
        return switch (value) {
            case String word -> string(word);
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case BigDecimal number -> number.toPlainString();
            case Boolean truth -> truth.toString();
            case JsonObject object -> object.toString();
            case List<?> list -> array(list);
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        };
    }

    private static String string(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            // Half a surrogate pair cannot be written in UTF-8, but as a number.
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c) || isLone(value, i)) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isLone(String value, int at) {
        char c = value.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }

    @Override
    public String toString() {
        return text + "}";
    }
}

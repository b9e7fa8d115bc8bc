package org.ninelives.config.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definitions made so far, by name; a later one replaces an earlier one. */
final class Definitions {

    private final Map<String, List<String>> lines = new HashMap<>();

    /** One line of text, or several for a multi-line definition; as written, nothing expanded. */
    void put(String name, List<String> text) {
        lines.put(name, List.copyOf(text));
    }

    Optional<List<String>> get(String name) {
        return Optional.ofNullable(lines.get(name));
    }

    /**
     * The line {@code $NAME=value}.
     *
     * @param name without the dollar sign
     * @param value as written, without blanks at both ends
     */
    record Line(String name, String value) {

        /** Reads a line, which has no blanks at its ends, as a definition if it is one. */
        static Optional<Line> of(String text) {
            if (text.isEmpty() || text.charAt(0) != '$') {
                return Optional.empty();
            }
            int end = Text.endOfName(text, 1);
            int equals = end;
            while (equals < text.length() && Text.isBlank(text.charAt(equals))) {
                equals++;
            }
            if (end == 1 || equals == text.length() || text.charAt(equals) != '=') {
                return Optional.empty();
            }
            return Optional.of(
                    new Line(text.substring(1, end), Text.trim(text.substring(equals + 1))));
        }

        /** Whether the value goes on in the next line. */
        boolean continues() {
            return value.endsWith("\\");
        }
    }
}

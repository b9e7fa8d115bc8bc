package org.ninelives.config.language;

import java.util.Optional;

/**
 * <code>${NAME}</code>, <code>${NAME ARGUMENTS}</code> or {@code $NAME} in a line.
 *
 * @param content what is between the braces, or the name
 * @param braced whether there are braces
 * @param end the place after it
 */
record Reference(String content, boolean braced, int end) {

    /** What may follow {@code $NAME}, besides a blank and the end of the line. */
    private static final String AFTER_NAME = ",)]}{";

    /** The reference whose dollar sign is at this place; empty if the sign is only a sign. */
    static Optional<Reference> at(String text, int dollar) {
        int start = dollar + 1;
        if (start < text.length() && text.charAt(start) == '{') {
            int close = text.indexOf('}', start);
            return close < 0
                    ? Optional.empty()
                    : Optional.of(new Reference(text.substring(start + 1, close), true, close + 1));
        }
        int end = Text.endOfName(text, start);
        return end > start && isDelimited(text, end)
                ? Optional.of(new Reference(text.substring(start, end), false, end))
                : Optional.empty();
    }

    private static boolean isDelimited(String text, int end) {
        return end == text.length()
                || Text.isBlank(text.charAt(end))
                || AFTER_NAME.indexOf(text.charAt(end)) >= 0;
    }
}

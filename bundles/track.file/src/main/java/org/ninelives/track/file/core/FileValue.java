package org.ninelives.track.file.core;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tracked file tells.
 *
 * @param value -2147483648..2147483647; 0 where there is no number
 * @param text the value, and why it is that where the file does not say it plainly
 */
public record FileValue(int value, String text) {

    /** How much of a file is looked at, which is as much as keepalived does. */
    public static final int BYTES_MAX = 127;

    /** As strtol(3) with base 0: hexadecimal behind 0x, octal behind 0, and otherwise decimal. */
    private static final Pattern NUMBER =
            Pattern.compile(
                    "\\s*([+-]?)(?:0[xX](\\p{XDigit}+)|0([0-7]*)|([1-9]\\d*)).*", Pattern.DOTALL);

    /** So many digits fit a long, whatever their base, and more are beyond an int. */
    private static final int DIGITS_MAX = 15;

    /**
     * Reads the beginning of a file.
     *
     * @param content empty when there is no such file, or it cannot be read
     */
    public static FileValue of(Optional<byte[]> content) {
        return content.map(bytes -> of(new String(bytes, StandardCharsets.UTF_8)))
                .orElse(new FileValue(0, "0, as there is no readable file"));
    }

    private static FileValue of(String content) {
        Matcher number = NUMBER.matcher(content);
        if (!number.matches()) {
            return new FileValue(
                    0, content.isBlank() ? "0, as it is empty" : "0, as it holds no number");
        }
        long magnitude = magnitude(number);
        long signed = number.group(1).equals("-") ? -magnitude : magnitude;
        int value = Math.clamp(signed, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return value == signed
                ? new FileValue(value, Integer.toString(value))
                : new FileValue(value, value + ", as its number is beyond that");
    }

    private static long magnitude(Matcher number) {
        if (number.group(2) != null) {
            return magnitude(number.group(2), 16);
        }
        return number.group(3) != null
                ? magnitude(number.group(3), 8)
                : magnitude(number.group(4), 10);
    }

    private static long magnitude(String digits, int radix) {
        String significant = digits.replaceFirst("^0+", "");
        if (significant.length() > DIGITS_MAX) {
            return Long.MAX_VALUE;
        }
        return significant.isEmpty() ? 0 : Long.parseLong(significant, radix);
    }
}

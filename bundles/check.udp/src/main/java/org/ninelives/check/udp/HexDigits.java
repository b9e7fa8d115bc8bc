package org.ninelives.check.udp;

import java.util.Locale;

/** Bytes as an operator writes them: hexadecimal digits, with or without blanks between. */
final class HexDigits {

    private HexDigits() {}

    /**
     * The digits alone, in lower case, two for each byte.
     *
     * @param allowed what they have to match
     * @param what the same in words
     * @throws IllegalArgumentException worded for the operator
     */
    static String of(String text, String allowed, String what) {
        String digits = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        if (!digits.matches(allowed)) {
            throw new IllegalArgumentException("'" + text + "': only " + what + " are allowed");
        }
        if (digits.length() % 2 != 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' has " + digits.length() + " digits; each byte needs two");
        }
        return digits;
    }
}

package org.ninelives.check.smtp.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the replies of a server together as their octets arrive (RFC 5321 section 4.2): one line, or
 * several of the same code with a hyphen behind it in all but the last. Lines may end without a
 * carriage return, and the text may be missing.
 */
public final class ReplyParser {

    /** Many times the 512 octets of a line (RFC 5321 section 4.5.3.1.5). */
    static final int OCTETS_MAX = 16_384;

    private static final int CODE_DIGITS = 3;
    private static final char HYPHEN = '-';

    private final StringBuilder line = new StringBuilder();
    private final List<String> text = new ArrayList<>();
    private String code = "";
    private int octets;

    /**
     * Takes the next octet.
     *
     * @param octet 0..255
     * @return the reply that ends with it
     * @throws MalformedReplyException if this cannot become a reply, or is longer than any server
     *     has reason to; the parser is of no use then
     */
    public Optional<Reply> take(int octet) throws MalformedReplyException {
        octets++;
        if (octets > OCTETS_MAX) {
            throw new MalformedReplyException("it is longer than " + OCTETS_MAX + " octets");
        }
        if (octet != '\n') {
            line.append((char) octet);
            return Optional.empty();
        }
        String whole = line.toString();
        line.setLength(0);
        return endOfLine(whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole);
    }

    private Optional<Reply> endOfLine(String whole) throws MalformedReplyException {
        if (!hasCode(whole)) {
            throw new MalformedReplyException("\"" + Reply.brief(printable(whole)) + "\"");
        }
        String digits = whole.substring(0, CODE_DIGITS);
        if (!code.isEmpty() && !code.equals(digits)) {
            throw new MalformedReplyException("code " + code + " goes on as " + digits);
        }
        code = digits;
        boolean last = whole.length() == CODE_DIGITS || whole.charAt(CODE_DIGITS) != HYPHEN;
        text.add(printable(whole.substring(Math.min(whole.length(), CODE_DIGITS + 1))));
        return last ? Optional.of(end()) : Optional.empty();
    }

    private Reply end() {
        Reply reply = new Reply(code, text);
        code = "";
        text.clear();
        octets = 0;
        return reply;
    }

    private static boolean hasCode(String whole) {
        if (whole.length() < CODE_DIGITS) {
            return false;
        }
        for (int i = 0; i < CODE_DIGITS; i++) {
            if (whole.charAt(i) < '0' || whole.charAt(i) > '9') {
                return false;
            }
        }
        return whole.length() == CODE_DIGITS
                || whole.charAt(CODE_DIGITS) == HYPHEN
                || whole.charAt(CODE_DIGITS) == ' ';
    }

    private static String printable(String words) {
        return words.replaceAll("[^ -~]", "?").strip();
    }
}

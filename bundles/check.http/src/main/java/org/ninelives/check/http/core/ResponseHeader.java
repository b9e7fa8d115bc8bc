package org.ninelives.check.http.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;

/**
 * Status line and fields of an answer. Read without patterns, as thousands come each second, and
 * all but a few fields mean nothing here.
 *
 * @param status 100..999
 */
record ResponseHeader(int status, Framing framing) {

    private static final int STATUS_DIGITS = 3;

    /** More digits might be more than a long holds. */
    private static final int LENGTH_DIGITS_MAX = 18;

    /** How much of a strange line is shown to the operator. */
    private static final int SHOWN_MAX = 60;

    /**
     * Reads a header.
     *
     * @param bytes up to and with its empty line
     * @param toHead whether HEAD was asked, which is answered without a body
     */
    static ResponseHeader parse(byte[] bytes, boolean toHead) throws BadAnswerException {
        HeaderLines lines = new HeaderLines(new String(bytes, StandardCharsets.ISO_8859_1));
        int status = status(lines.first());
        return new ResponseHeader(status, framing(status, toHead, lines));
    }

    /** RFC 9112 section 4; shoutcast servers put ICY in the place of the version. */
    static int status(String line) throws BadAnswerException {
        int end = line.startsWith("ICY") ? 3 : endOfVersion(line);
        int at = end;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        if (end == 0 || at == end || !isStatus(line, at)) {
            throw new BadAnswerException(
                    "the answer begins with '" + shown(line) + "', which is no HTTP");
        }
        return Integer.parseInt(line, at, at + STATUS_DIGITS, 10);
    }

    /** Where {@code HTTP/1.1} ends; 0 if it does not stand at the beginning. */
    private static int endOfVersion(String line) {
        boolean found =
                line.length() > 8
                        && line.startsWith("HTTP/")
                        && isDigit(line.charAt(5))
                        && line.charAt(6) == '.'
                        && isDigit(line.charAt(7));
        return found ? 8 : 0;
    }

    private static boolean isStatus(String line, int at) {
        int end = at + STATUS_DIGITS;
        return end <= line.length()
                && line.charAt(at) != '0'
                && isDigit(line.charAt(at))
                && isDigit(line.charAt(at + 1))
                && isDigit(line.charAt(at + 2))
                && (end == line.length() || line.charAt(end) == ' ');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static Framing framing(int status, boolean toHead, HeaderLines lines)
            throws BadAnswerException {
        if (toHead || status < 200 || status == 204 || status == 304) {
            return new Framing.Absent();
        }
        List<String> codings = lines.elements("transfer-encoding");
        if (!codings.isEmpty()) {
            return codings.getLast().equalsIgnoreCase("chunked")
                    ? new Framing.Chunked()
                    : new Framing.UntilClose();
        }
        List<String> lengths = lines.elements("content-length");
        return lengths.isEmpty() ? new Framing.UntilClose() : new Framing.Length(length(lengths));
    }

    /** The same length several times is that length (RFC 9112 section 6.3). */
    private static long length(List<String> lengths) throws BadAnswerException {
        if ((lengths.size() > 1 && new TreeSet<>(lengths).size() > 1)
                || !isLength(lengths.getFirst())) {
            throw new BadAnswerException(
                    "its Content-Length '"
                            + shown(String.join(", ", lengths))
                            + "' is not a number of bytes");
        }
        return Long.parseLong(lengths.getFirst());
    }

    private static boolean isLength(String text) {
        int digits = 0;
        while (digits < text.length() && isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits == text.length() && digits <= LENGTH_DIGITS_MAX;
    }

    /** Without what would make a mess of a log. */
    private static String shown(String text) {
        String printable = text.replaceAll("[^ -~]", "?");
        return printable.length() > SHOWN_MAX ? printable.substring(0, SHOWN_MAX) + "…" : printable;
    }
}

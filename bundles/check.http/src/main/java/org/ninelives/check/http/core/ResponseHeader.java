package org.ninelives.check.http.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Status line and fields of an answer.
 *
 * @param status 100..999
 */
record ResponseHeader(int status, Framing framing) {

    /** RFC 9112 section 4; shoutcast servers put ICY in the place of the version. */
    private static final Pattern STATUS_LINE =
            Pattern.compile("(?:HTTP/\\d\\.\\d|ICY) +([1-9]\\d\\d)(?: .*)?");

    private static final Pattern FOLDED_LINE = Pattern.compile("\r?\n[ \t]+");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    /** How much of a strange line is shown to the operator. */
    private static final int SHOWN_MAX = 60;

    /**
     * Reads a header.
     *
     * @param bytes up to and with its empty line
     * @param toHead whether HEAD was asked, which is answered without a body
     */
    static ResponseHeader parse(byte[] bytes, boolean toHead) throws BadAnswerException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> lines = FOLDED_LINE.matcher(text).replaceAll(" ").lines().toList();
        int status = status(lines.getFirst());
        return new ResponseHeader(status, framing(status, toHead, lines));
    }

    static int status(String line) throws BadAnswerException {
        Matcher matcher = STATUS_LINE.matcher(line);
        if (!matcher.matches()) {
            throw new BadAnswerException(
                    "the answer begins with '" + shown(line) + "', which is no HTTP");
        }
        return Integer.parseInt(matcher.group(1));
    }

    private static Framing framing(int status, boolean toHead, List<String> lines)
            throws BadAnswerException {
        if (toHead || status < 200 || status == 204 || status == 304) {
            return new Framing.Absent();
        }
        List<String> codings = values(lines, "transfer-encoding");
        if (!codings.isEmpty()) {
            return codings.getLast().equalsIgnoreCase("chunked")
                    ? new Framing.Chunked()
                    : new Framing.UntilClose();
        }
        List<String> lengths = values(lines, "content-length");
        return lengths.isEmpty() ? new Framing.UntilClose() : new Framing.Length(length(lengths));
    }

    /** The same length several times is that length (RFC 9112 section 6.3). */
    private static long length(List<String> lengths) throws BadAnswerException {
        if (new TreeSet<>(lengths).size() > 1 || !LENGTH.matcher(lengths.getFirst()).matches()) {
            throw new BadAnswerException(
                    "its Content-Length '"
                            + shown(String.join(", ", lengths))
                            + "' is not a number of bytes");
        }
        return Long.parseLong(lengths.getFirst());
    }

    /** All elements of all fields of a name, in order; the first line is not a field. */
    private static List<String> values(List<String> lines, String name) {
        return lines.stream()
                .skip(1)
                .filter(line -> name(line).equals(name))
                .flatMap(line -> Stream.of(line.substring(line.indexOf(':') + 1).split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String name(String line) {
        return line.substring(0, Math.max(line.indexOf(':'), 0)).strip().toLowerCase(Locale.ROOT);
    }

    /** Without what would make a mess of a log. */
    private static String shown(String text) {
        String printable = text.replaceAll("[^ -~]", "?");
        return printable.length() > SHOWN_MAX ? printable.substring(0, SHOWN_MAX) + "…" : printable;
    }
}

package org.ninelives.metrics.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a client asks for: the head of an HTTP/1 request. A body, which a GET does not have, is not
 * read.
 *
 * @param path without what follows a question mark
 * @param accept the media types it knows, as it writes them; empty if it does not say
 * @param takesGzip whether it can unpack
 */
record Request(String method, String path, String accept, boolean takesGzip) {

    /** Prometheus asks with less than 1 KiB. */
    private static final int HEAD_BYTES_MAX = 8192;

    private static final List<String> END = List.of("\r\n\r\n", "\n\n");
    private static final int PARTS_OF_FIRST_LINE = 3;

    /** What somebody sent is no request. */
    static final class MalformedException extends IOException {
        private static final long serialVersionUID = 1;

        MalformedException(String message) {
            super(message);
        }
    }

    /**
     * Reads one.
     *
     * @throws MalformedException if it is none
     */
    static Request read(InputStream in) throws IOException {
        return parse(head(in));
    }

    private static String head(InputStream in) throws IOException {
        byte[] read = new byte[HEAD_BYTES_MAX];
        int count = 0;
        while (count < read.length) {
            int more = in.read(read, count, read.length - count);
            if (more < 0) {
                throw new MalformedException("the request ends in its head");
            }
            count += more;
            String text = new String(read, 0, count, StandardCharsets.ISO_8859_1);
            if (END.stream().anyMatch(text::contains)) {
                return text;
            }
        }
        throw new MalformedException("the head of the request has more than 8 KiB");
    }

    /** Of the text of a head. */
    static Request parse(String head) throws MalformedException {
        List<String> lines = head.lines().takeWhile(line -> !line.isEmpty()).toList();
        String[] first = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", -1);
        if (first.length != PARTS_OF_FIRST_LINE || !first[2].startsWith("HTTP/1.")) {
            throw new MalformedException("this is not a request of HTTP/1");
        }
        return new Request(
                first[0],
                first[1].split("\\?", 2)[0],
                header(lines, "accept"),
                Arrays.stream(header(lines, "accept-encoding").split(",", -1))
                        .anyMatch(Request::isGzip));
    }

    /** All lines of one name count as one, as in RFC 9110 section 5.3. */
    private static String header(List<String> lines, String name) {
        return String.join(
                ",",
                lines.stream()
                        .skip(1)
                        .map(line -> line.split(":", 2))
                        .filter(
                                parts ->
                                        parts.length == 2
                                                && parts[0].toLowerCase(Locale.ROOT).equals(name))
                        .map(parts -> parts[1].strip())
                        .toList());
    }

    private static boolean isGzip(String coding) {
        String word = coding.toLowerCase(Locale.ROOT).replace(" ", "");
        return word.equals("gzip") || word.matches("gzip;q=(1(\\.0*)?|0?\\.0*[1-9].*)");
    }
}

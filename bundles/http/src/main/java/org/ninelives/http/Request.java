package org.ninelives.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a client asks for: an HTTP/1 request.
 *
 * @param path without what follows a question mark
 * @param headers what the lines of the head say, by their names in lower case; all lines of one
 *     name count as one, separated by commas, as in RFC 9110 section 5.3
 * @param body what follows the head, read as UTF-8
 */
public record Request(String method, String path, Map<String, String> headers, String body) {

    /** Browsers and Prometheus ask with some 1 KiB. */
    private static final int HEAD_BYTES_MAX = 8192;

    private static final int PARTS_OF_FIRST_LINE = 3;
    private static final String LENGTH = "content-length";

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
     * @param bodyBytesMax how much may follow the head
     * @throws MalformedException if it is none
     */
    static Request read(InputStream in, int bodyBytesMax) throws IOException {
        byte[] read = new byte[HEAD_BYTES_MAX];
        int count = 0;
        while (count < read.length) {
            int more = in.read(read, count, read.length - count);
            if (more < 0) {
                throw new MalformedException("the request ends in its head");
            }
            count += more;
            String text = new String(read, 0, count, StandardCharsets.ISO_8859_1);
            int end = end(text);
            if (end >= 0) {
                Request head = parse(text.substring(0, end));
                return head.withBody(in, Arrays.copyOfRange(read, end, count), bodyBytesMax);
            }
        }
        throw new MalformedException("the head of the request has more than 8 KiB");
    }

    /** Where the body begins, or -1. */
    private static int end(String text) {
        int full = text.indexOf("\r\n\r\n");
        int bare = text.indexOf("\n\n");
        if (full >= 0 && (bare < 0 || full < bare)) {
            return full + 4;
        }
        return bare < 0 ? -1 : bare + 2;
    }

    /** Of the text of a head. */
    static Request parse(String head) throws MalformedException {
        List<String> lines = head.lines().takeWhile(line -> !line.isEmpty()).toList();
        String[] first = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", -1);
        if (first.length != PARTS_OF_FIRST_LINE || !first[2].startsWith("HTTP/1.")) {
            throw new MalformedException("this is not a request of HTTP/1");
        }
        Map<String, String> headers = new HashMap<>();
        lines.stream()
                .skip(1)
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2)
                .forEach(
                        parts ->
                                headers.merge(
                                        parts[0].toLowerCase(Locale.ROOT),
                                        parts[1].strip(),
                                        (one, other) -> one + "," + other));
        return new Request(first[0], first[1].split("\\?", 2)[0], Map.copyOf(headers), "");
    }

    private Request withBody(InputStream in, byte[] begun, int bytesMax) throws IOException {
        String length = header(LENGTH);
        if (bytesMax == 0 || (length.isEmpty() && header("transfer-encoding").isEmpty())) {
            return this;
        }
        // Chunks are for those who do not know how much they send; a form is known.
        if (!length.matches("[0-9]{1,9}")) {
            throw new MalformedException("the length of the body must be told, as one number");
        }
        int bytes = Integer.parseInt(length);
        if (bytes > bytesMax) {
            throw new MalformedException("the body has more than " + bytesMax + " bytes");
        }
        byte[] body = Arrays.copyOf(begun, bytes);
        int missing = bytes - begun.length;
        if (missing > 0 && in.readNBytes(body, begun.length, missing) < missing) {
            throw new MalformedException("the request ends in its body");
        }
        return new Request(method, path, headers, new String(body, StandardCharsets.UTF_8));
    }

    /**
     * What the head says, or empty.
     *
     * @param name in lower case
     */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Whether the client can unpack what is packed by gzip. */
    public boolean takesGzip() {
        return Arrays.stream(header("accept-encoding").split(",", -1)).anyMatch(Request::isGzip);
    }

    private static boolean isGzip(String coding) {
        String word = coding.toLowerCase(Locale.ROOT).replace(" ", "");
        return word.equals("gzip") || word.matches("gzip;q=(1(\\.0*)?|0?\\.0*[1-9].*)");
    }
}

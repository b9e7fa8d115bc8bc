package org.ninelives.check.http.core;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** How servers answer a request in plain text at a port where they speak TLS. */
final class PortOfTls {

    /** What the operator can do, a piece of a sentence. */
    static final String ADVICE = "the server speaks TLS on this port, which SSL_GET is for";

    /** Within so much of the page it is said. */
    static final int PAGE_BYTES = 1 << 10;

    /** The content type of an alert, RFC 8446 section 5.1; no answer of HTTP begins so. */
    private static final byte ALERT = 21;

    private static final int BAD_REQUEST = 400;

    /** In the pages of nginx, Apache, Tomcat, and whatever is made with Go. */
    private static final List<String> WORDS =
            List.of(
                    "plain HTTP request was sent to HTTPS port",
                    "speaking plain HTTP to an SSL-enabled server port",
                    "combination of host and port requires TLS",
                    "sent an HTTP request to an HTTPS server");

    private PortOfTls() {}

    /** Whether an answer that begins with this byte is an alert. */
    static boolean isAlert(byte first) {
        return first == ALERT;
    }

    /** Whether the page of an answer with this status may say it. */
    static boolean mayBeSaidWith(int status) {
        return status == BAD_REQUEST;
    }

    /** Whether a page that begins so says it. */
    static boolean isSaidIn(byte[] page) {
        String text = new String(page, StandardCharsets.ISO_8859_1);
        return WORDS.stream().anyMatch(text::contains);
    }
}

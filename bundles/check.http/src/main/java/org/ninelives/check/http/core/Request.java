package org.ninelives.check.http.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One request, whole; equal ones ask for the same.
 *
 * @param method such as GET
 * @param target such as {@code /index.html?a=b}
 * @param text all of it, as it is sent
 */
public record Request(String method, String target, String text) {

    /** keepalived's own, which filters of logs of web servers look for. */
    private static final String USER_AGENT = "KeepAliveClient";

    /**
     * What goes into a request beside its target.
     *
     * @param host the field Host
     * @param fields further fields, {@code Name: value} each
     * @param body what is sent behind the header
     */
    public record Parts(
            String method,
            HttpVersion version,
            String host,
            List<String> fields,
            Optional<String> body) {}

    /** Puts a request together, RFC 9112 section 3. */
    public static Request of(String target, Parts parts) {
        StringBuilder text = new StringBuilder();
        line(text, parts.method() + " " + target + " HTTP/" + parts.version().number());
        line(text, "User-Agent: " + USER_AGENT);
        if (parts.version().close()) {
            line(text, "Connection: close");
        }
        line(text, "Host: " + parts.host());
        parts.fields().forEach(field -> line(text, field));
        parts.body()
                .ifPresent(
                        body ->
                                line(
                                        text,
                                        "Content-Length: "
                                                + body.getBytes(StandardCharsets.UTF_8).length));
        line(text, "");
        parts.body().ifPresent(text::append);
        return new Request(parts.method(), target, text.toString());
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append("\r\n");
    }

    /** As it goes over the wire: the characters of the configuration as that has them. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the answer has no body, whatever it says. */
    public boolean isHead() {
        return method.equals("HEAD");
    }

    /** Without the fields, as a password may be among them. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}

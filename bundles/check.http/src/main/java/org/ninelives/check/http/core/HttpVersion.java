package org.ninelives.check.http.core;

/** What a request says about protocol and connection. */
public enum HttpVersion {
    HTTP_1_0("1.0", false),
    /** For servers that keep connections of HTTP/1.0 open. */
    HTTP_1_0_CLOSE("1.0", true),
    HTTP_1_1("1.1", true);

    private final String number;
    private final boolean close;

    HttpVersion(String number, boolean close) {
        this.number = number;
        this.close = close;
    }

    String number() {
        return number;
    }

    /** Whether the server is asked to close the connection after its answer. */
    boolean close() {
        return close;
    }
}

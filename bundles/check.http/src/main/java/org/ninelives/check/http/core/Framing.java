package org.ninelives.check.http.core;

/** How the end of a body is known (RFC 9112 section 6.3). */
sealed interface Framing {

    /** There is no body, whatever the fields say. */
    record Absent() implements Framing {}

    /** So many bytes. */
    record Length(long bytes) implements Framing {}

    /** The chunked transfer coding. */
    record Chunked() implements Framing {}

    /** Whatever comes until the connection ends. */
    record UntilClose() implements Framing {}
}

package org.ninelives.testkit.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The server's end of one connection. For one thread. */
public interface Conversation {

    /** What the client sends. */
    InputStream input();

    /** To the client. */
    OutputStream output();

    /** Ends the connection at once, so that the client hears of a reset. */
    void reset() throws IOException;

    /** Says nothing more, and lets the client see the end; it may go on speaking. */
    void endOutput() throws IOException;

    /** Says nothing more, and returns when the client has ended the connection. */
    void staySilent() throws IOException;

    /** Sends a text in UTF-8. */
    default void say(String text) throws IOException {
        output().write(text.getBytes(StandardCharsets.UTF_8));
        output().flush();
    }

    /** The next line of the client without its end; empty as well when there are no more. */
    default String hear() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = input().read(); octet >= 0 && octet != '\n'; octet = input().read()) {
            if (octet != '\r') {
                line.write(octet);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}

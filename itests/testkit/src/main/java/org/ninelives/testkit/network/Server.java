package org.ninelives.testkit.network;

import java.io.IOException;

/** What a server does on each connection; the connection is closed in order when it returns. */
@FunctionalInterface
public interface Server {

    /**
     * Talks with one client.
     *
     * @throws IOException if the client has gone, which ends the talk
     */
    void talk(Conversation conversation) throws IOException;
}

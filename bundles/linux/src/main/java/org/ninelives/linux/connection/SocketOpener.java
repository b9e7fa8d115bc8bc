package org.ninelives.linux.connection;

import java.io.IOException;

/** Opens sockets in some network namespace. Any thread. */
interface SocketOpener extends AutoCloseable {

    /**
     * As socket(2).
     *
     * @return the descriptor
     */
    int open(int domain, int type, int protocol) throws IOException;

    @Override
    default void close() {}
}

package org.ninelives.linux.connection;

import java.io.IOException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;

/** Opens sockets in the network namespace of the calling thread. */
enum OwnNamespaceOpener implements SocketOpener {
    INSTANCE;

    @Override
    public int open(int domain, int type, int protocol) throws IOException {
        int fd = Libc.socket(domain, type, protocol);
        if (fd < 0) {
            throw Refusals.socket(Errno.last());
        }
        return fd;
    }
}

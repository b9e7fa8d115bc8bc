package org.ninelives.check.engine;

import java.io.IOException;
import java.util.Optional;
import org.ninelives.api.system.Connections;
import org.ninelives.api.system.ExhaustedException;
import org.ninelives.api.system.Networks;
import org.ninelives.api.system.SystemException;

/**
 * The network that servers are looked at from. Opened by the first look; as long as that does not
 * work, each look tries anew and fails with the reason. Safe for use by several threads.
 */
final class Network implements AutoCloseable {

    private final Networks networks;
    private final Optional<String> namespace;
    private volatile Connections connections;
    private boolean closed;

    /** Opens nothing yet. */
    Network(Networks networks, Optional<String> namespace) {
        this.networks = networks;
        this.namespace = namespace;
    }

    /** Its name; empty for the own one. */
    Optional<String> namespace() {
        return namespace;
    }

    boolean isThatOf(Optional<String> other) {
        return namespace.equals(other);
    }

    Connections connections() throws IOException {
        Connections open = connections;
        return open == null ? open() : open;
    }

    private synchronized Connections open() throws IOException {
        if (closed) {
            throw new IOException("the network is not looked at any more");
        }
        if (connections == null) {
            try {
                connections = networks.open(namespace);
            } catch (SystemException e) {
                throw e.isExhaustion()
                        ? new ExhaustedException(e.getMessage())
                        : new IOException(e.getMessage(), e);
            }
        }
        return connections;
    }

    /** Ends what is open. */
    @Override
    public synchronized void close() {
        closed = true;
        if (connections != null) {
            connections.close();
            connections = null;
        }
    }
}

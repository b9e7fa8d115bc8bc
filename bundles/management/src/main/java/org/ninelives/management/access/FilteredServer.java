package org.ninelives.management.access;

import java.io.IOException;
import java.rmi.Remote;
import java.rmi.server.RMIClientSocketFactory;
import java.rmi.server.RMIServerSocketFactory;
import java.rmi.server.RemoteObject;
import java.rmi.server.UnicastRemoteObject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.remote.rmi.RMIConnection;
import javax.management.remote.rmi.RMIConnectionImpl;
import javax.management.remote.rmi.RMIServerImpl;
import javax.security.auth.Subject;

/**
 * The end of RMI that lets clients log in and gives each a connection, both with the filters of
 * {@link ObjectFilters}; the JDK's own takes filters only as patterns, in which an array of bytes
 * cannot be longer than one of objects.
 */
final class FilteredServer extends RMIServerImpl {

    /** Each keeps some memory until the client closes it or is silent for two minutes. */
    private static final int CLIENTS_MAX = 100;

    private final int port;
    private final RMIClientSocketFactory clientSockets;
    private final RMIServerSocketFactory serverSockets;
    private final Map<String, ?> settings;
    private final AtomicInteger clients = new AtomicInteger();

    /**
     * Does nothing yet.
     *
     * @param clientSockets how clients connect; {@code null} for plain connections
     * @param settings those of the connector
     */
    FilteredServer(
            int port,
            RMIClientSocketFactory clientSockets,
            RMIServerSocketFactory serverSockets,
            Map<String, ?> settings) {
        super(settings);
        this.port = port;
        this.clientSockets = clientSockets;
        this.serverSockets = serverSockets;
        this.settings = settings;
    }

    @Override
    protected void export() throws IOException {
        UnicastRemoteObject.exportObject(
                this, port, clientSockets, serverSockets, ObjectFilters.credentials());
    }

    @Override
    public Remote toStub() throws IOException {
        return RemoteObject.toStub(this);
    }

    @Override
    protected String getProtocol() {
        return "rmi";
    }

    @Override
    protected RMIConnection makeClient(String id, Subject subject) throws IOException {
        if (clients.incrementAndGet() > CLIENTS_MAX) {
            clients.decrementAndGet();
            throw new IOException(CLIENTS_MAX + " clients are connected; no more are taken");
        }
        RMIConnectionImpl client =
                new RMIConnectionImpl(this, id, getDefaultClassLoader(), subject, settings);
        UnicastRemoteObject.exportObject(
                client, port, clientSockets, serverSockets, ObjectFilters.arguments());
        return client;
    }

    @Override
    protected void closeClient(RMIConnection client) throws IOException {
        if (UnicastRemoteObject.unexportObject(client, true)) {
            clients.decrementAndGet();
        }
    }

    @Override
    protected void closeServer() throws IOException {
        UnicastRemoteObject.unexportObject(this, true);
    }
}

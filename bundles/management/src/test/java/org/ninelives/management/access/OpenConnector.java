package org.ninelives.management.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIClientSocketFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.rmi.RMIConnector;
import javax.management.remote.rmi.RMIServer;

/** A connector on a free port of the loopback, with an MBean server of its own. */
final class OpenConnector implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    final MBeanServer server = MBeanServerFactory.newMBeanServer();
    final AccessFiles files;
    final int port = freePort();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final RemoteConnector connector;

    OpenConnector(Path folder, Set<ObjectName> published) throws IOException {
        this(folder, published, Optional.empty());
    }

    OpenConnector(Path folder, Set<ObjectName> published, Optional<TlsSettings> tls)
            throws IOException {
        files = AccessFiles.inFirstOf(List.of(folder));
        ConnectorSettings settings =
                new ConnectorSettings(
                        HOST, port, Optional.empty(), List.of(folder), false, tls, false);
        connector = RemoteConnector.open(settings, files, server, published::contains, thread);
    }

    String password(String user) throws IOException {
        return Passwords.of(files, user);
    }

    /** A client with its right password. */
    JMXConnector connectAs(String user) throws Exception {
        return connect(null, user, password(user));
    }

    /**
     * A client with what it knows.
     *
     * @param sockets how to reach the registry; {@code null} for plain connections
     */
    JMXConnector connect(RMIClientSocketFactory sockets, String... credentials) throws Exception {
        return connect(sockets, Map.of(JMXConnector.CREDENTIALS, credentials));
    }

    @SuppressWarnings("BanJNDI") // JNDI has no part in it: the stub is at hand
    JMXConnector connect(RMIClientSocketFactory sockets, Map<String, ?> settings) throws Exception {
        RMIConnector client = new RMIConnector(stub(sockets), settings);
        client.connect();
        return client;
    }

    /** What clients look up to log in. */
    RMIServer stub(RMIClientSocketFactory sockets) throws Exception {
        return (RMIServer) registry(sockets).lookup("jmxrmi");
    }

    Registry registry(RMIClientSocketFactory sockets) throws Exception {
        return LocateRegistry.getRegistry(HOST, port, sockets);
    }

    @Override
    public void close() {
        connector.close();
        thread.shutdownNow();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

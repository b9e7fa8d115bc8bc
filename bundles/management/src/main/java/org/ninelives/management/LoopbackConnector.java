package org.ninelives.management;

import java.io.IOException;
import java.net.InetAddress;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.UnicastRemoteObject;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import javax.management.remote.rmi.RMIJRMPServerImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for jconsole, VisualVM and jmxterm: an RMI registry and a JMX connector on one port of
 * one address, with passwords.
 *
 * <p>The agent inside the JVM is not used because it opens a second, random port on all addresses.
 */
final class LoopbackConnector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackConnector.class);

    /** The name under which all clients look. */
    private static final String BINDING = "jmxrmi";

    private final Registry registry;
    private final RMIConnectorServer connector;
    private final String address;

    private LoopbackConnector(Registry registry, RMIConnectorServer connector, String address) {
        this.registry = registry;
        this.connector = connector;
        this.address = address;
    }

    /**
     * Opens the door.
     *
     * @param host the address to listen on, a loopback address unless the operator knows better
     * @param port the TCP port
     * @throws IOException if the port is taken, the address is not of this host, or a file cannot
     *     be read
     */
    static LoopbackConnector open(String host, int port, AccessFiles files, MBeanServer beans)
            throws IOException {
        hardenRmi(host);
        HostSocketFactory sockets = new HostSocketFactory(InetAddress.getByName(host));
        Registry registry = LocateRegistry.createRegistry(port, null, sockets);
        try {
            Map<String, Object> settings = settings(files);
            RMIJRMPServerImpl server = new RMIJRMPServerImpl(port, null, sockets, settings);
            RMIConnectorServer connector =
                    new RMIConnectorServer(
                            new JMXServiceURL("rmi", host, port), settings, server, beans);
            connector.start();
            registry.rebind(BINDING, server.toStub());
            return new LoopbackConnector(registry, connector, address(host, port));
        } catch (IOException | RuntimeException e) {
            UnicastRemoteObject.unexportObject(registry, true);
            throw e;
        }
    }

    /** What a client is told to attach to: {@code 127.0.0.1:9112}. */
    String address() {
        return address;
    }

    @Override
    public void close() {
        try {
            connector.stop();
        } catch (IOException e) {
            LOG.debug("JMX: a client was lost while stopping", e);
        }
        try {
            UnicastRemoteObject.unexportObject(registry, true);
        } catch (IOException e) {
            LOG.debug("JMX: the registry was closed already", e);
        }
    }

    private static void hardenRmi(String host) {
        // The stub carries this name to the client; without it RMI would put the host's own
        // address there, on which nothing listens.
        setUnlessSet("java.rmi.server.hostname", host);
        // Looking up takes a string; whoever sends an object wants to put a stub of their own into
        // the registry and collect passwords with it.
        setUnlessSet("sun.rmi.registry.registryFilter", "java.lang.String;!*");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static Map<String, Object> settings(AccessFiles files) {
        return Map.of(
                "jmx.remote.x.password.file",
                files.passwords().toString(),
                "jmx.remote.x.access.file",
                files.access().toString(),
                // The operator reads the random passwords in the file: they stay as they are.
                "jmx.remote.x.password.toHashes",
                "false",
                // Before the password is checked nothing but strings is deserialized.
                RMIConnectorServer.CREDENTIALS_FILTER_PATTERN,
                "java.lang.String;!*");
    }

    private static String address(String host, int port) {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}

package org.ninelives.management.access;

import java.io.IOException;
import java.net.InetAddress;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIClientSocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXServiceURL;
import javax.management.remote.rmi.RMIConnectorServer;
import javax.rmi.ssl.SslRMIClientSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for jconsole, VisualVM and jmxterm: an RMI registry and a JMX connector on one port of
 * one address, both with TLS or both without.
 *
 * <p>The agent inside the JVM is not used because it opens a second, random port on all addresses.
 */
final class RemoteConnector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteConnector.class);

    /** The name under which all clients look. */
    private static final String BINDING = "jmxrmi";

    private final Registry registry;
    private final RMIConnectorServer connector;
    private final RefusedObjects refused;

    private RemoteConnector(
            Registry registry, RMIConnectorServer connector, RefusedObjects refused) {
        this.registry = registry;
        this.connector = connector;
        this.refused = refused;
    }

    /**
     * Opens the door.
     *
     * @param published whether a bean is one of those that services publish
     * @param thread ends connections that do not start
     * @throws IOException if the port is taken, the address is not of this host, or a file cannot
     *     be read
     */
    static RemoteConnector open(
            ConnectorSettings settings,
            AccessFiles files,
            MBeanServer beans,
            Predicate<ObjectName> published,
            ScheduledExecutorService thread)
            throws IOException {
        InetAddress address = InetAddress.getByName(settings.host());
        Optional<TlsContext> tls = Optional.empty();
        if (settings.tls().isPresent()) {
            tls = Optional.of(new TlsContext(settings.tls().get()));
        }
        AccessRules rules = new AccessRules(files.access(), System::nanoTime);
        PasswordFile passwords = new PasswordFile(files.passwords(), settings.hashes());
        hardenRmi(settings, address);
        RefusedObjects refused = RefusedObjects.open();
        GuardedSocketFactory sockets = new GuardedSocketFactory(address, tls, thread);
        RMIClientSocketFactory clientSockets =
                tls.isPresent() ? new SslRMIClientSocketFactory() : null;
        Registry registry = null;
        try {
            registry = LocateRegistry.createRegistry(settings.port(), clientSockets, sockets);
            Map<String, Object> options =
                    Map.of(JMXConnectorServer.AUTHENTICATOR, new LoginCheck(passwords, rules));
            FilteredServer server =
                    new FilteredServer(settings.port(), clientSockets, sockets, options);
            RMIConnectorServer connector =
                    new RMIConnectorServer(
                            new JMXServiceURL("rmi", settings.host(), settings.port()),
                            options,
                            server,
                            beans);
            connector.setMBeanServerForwarder(RoleGuard.of(rules, published));
            connector.start();
            registry.rebind(BINDING, server.toStub());
            return new RemoteConnector(registry, connector, refused);
        } catch (IOException | RuntimeException e) {
            refused.close();
            if (registry != null) {
                UnicastRemoteObject.unexportObject(registry, true);
            }
            throw e;
        }
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
        refused.close();
    }

    private static void hardenRmi(ConnectorSettings settings, InetAddress address) {
        // The stub carries this name to the client. Without it RMI would put the host's own address
        // there, which is right only where all addresses are listened on.
        if (settings.name().isPresent() || !address.isAnyLocalAddress()) {
            setUnlessSet("java.rmi.server.hostname", settings.name().orElse(settings.host()));
        }
        // Looking up takes a string; whoever sends an object wants to put a stub of their own into
        // the registry and collect passwords with it. An array of strings is an object, too.
        setUnlessSet(
                "sun.rmi.registry.registryFilter", "maxarray=0;maxdepth=1;java.lang.String;!*");
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}

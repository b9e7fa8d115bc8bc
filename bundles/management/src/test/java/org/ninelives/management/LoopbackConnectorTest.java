package org.ninelives.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.Remote;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.MBeanServer;
import javax.management.MBeanServerConnection;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.rmi.RMIConnector;
import javax.management.remote.rmi.RMIServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real clients against a real connector on a free port of loopback. */
class LoopbackConnectorTest {

    private static final String HOST = "127.0.0.1";

    @TempDir Path folder;

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private ObjectName lamp;
    private AccessFiles files;
    private int port;
    private LoopbackConnector connector;

    @BeforeEach
    void open() throws Exception {
        lamp = new ObjectName("org.ninelives:type=Lamp");
        new BeanRegistrar(server, new EventNotifications())
                .register(lamp, new Lamp(), List.of(LampMXBean.class.getName()));
        files = AccessFiles.inFirstOf(List.of(folder));
        port = freePort();
        connector = LoopbackConnector.open(HOST, port, files, server);
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void theMonitorReadsAndCannotWriteOrInvoke() throws Exception {
        try (JMXConnector client = connect("monitor", Passwords.of(files, "monitor"))) {
            MBeanServerConnection beans = client.getMBeanServerConnection();

            assertThat(beans.getAttribute(lamp, "Brightness")).isEqualTo(10);
            assertThatThrownBy(() -> beans.setAttribute(lamp, new Attribute("Brightness", 50)))
                    .isInstanceOf(SecurityException.class);
            assertThatThrownBy(() -> beans.invoke(lamp, "flash", flash(), signature()))
                    .isInstanceOf(SecurityException.class);
            assertThat(beans.getAttribute(lamp, "Brightness")).isEqualTo(10);
        }
    }

    @Test
    void controlSetsAndInvokes() throws Exception {
        try (JMXConnector client = connect("control", Passwords.of(files, "control"))) {
            MBeanServerConnection beans = client.getMBeanServerConnection();

            beans.setAttribute(lamp, new Attribute("Brightness", 50));
            beans.invoke(lamp, "flash", flash(), signature());

            assertThat(beans.getAttribute(lamp, "Brightness")).isEqualTo(50);
        }
    }

    @Test
    void nobodyElseComesIn() {
        assertThatThrownBy(() -> connect("control", "guess")).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> connect("root", "")).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> connect(Map.of())).isInstanceOf(SecurityException.class);
    }

    @Test
    void aStrangersStubDoesNotGetIntoTheRegistry() throws Exception {
        Registry registry = LocateRegistry.getRegistry(HOST, port);
        Remote stub = registry.lookup("jmxrmi");

        assertThatThrownBy(() -> registry.rebind("jmxrmi", stub)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> registry.bind("other", stub)).isInstanceOf(Exception.class);

        assertThat(registry.list()).containsExactly("jmxrmi");
    }

    @Test
    void itListensOnItsAddressAndPortAndNowhereElse() throws Exception {
        try (JMXConnector client = connect("monitor", Passwords.of(files, "monitor"))) {
            assertThat(client.getConnectionId()).isNotEmpty();
            // Java's sockets are IPv6 ones, in which an IPv4 address comes last.
            assertThat(listeners().filter(listener -> listener.endsWith(":" + hexPort())))
                    .singleElement()
                    .asString()
                    .endsWith("0100007F:" + hexPort());
            assertThatThrownBy(() -> new Socket("127.0.0.2", port).close())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aTakenPortIsAnErrorThatLeavesNothingBehind() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () -> LoopbackConnector.open(HOST, taken.getLocalPort(), files, server))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void closingFreesThePort() throws Exception {
        connector.close();

        // The kernel lets go of the port when the thread that accepted on it has woken up.
        connector =
                await().ignoreExceptions()
                        .until(() -> LoopbackConnector.open(HOST, port, files, server), c -> true);
        connect("monitor", Passwords.of(files, "monitor")).close();
    }

    private JMXConnector connect(String user, String password) throws Exception {
        return connect(Map.of(JMXConnector.CREDENTIALS, new String[] {user, password}));
    }

    @SuppressWarnings("BanJNDI") // JNDI has no part in it: the stub is at hand
    private JMXConnector connect(Map<String, ?> settings) throws Exception {
        Registry registry = LocateRegistry.getRegistry(HOST, port);
        RMIConnector client = new RMIConnector((RMIServer) registry.lookup("jmxrmi"), settings);
        client.connect();
        return client;
    }

    private String hexPort() {
        return String.format("%04X", port);
    }

    /** Local address and port of each listening socket of this host, as the kernel writes them. */
    private static Stream<String> listeners() throws IOException {
        return Stream.of("tcp", "tcp6")
                .map(table -> Path.of("/proc/net", table))
                .filter(Files::exists)
                .flatMap(LoopbackConnectorTest::lines)
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns[3].equals("0A"))
                .map(columns -> columns[1]);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Object[] flash() {
        return new Object[] {1, true};
    }

    private static String[] signature() {
        return new String[] {"int", "boolean"};
    }
}

package org.ninelives.management.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.Remote;
import java.rmi.registry.Registry;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.management.LogLines;

/** Real clients against a real connector on a free port of loopback. */
class RemoteConnectorTest {

    private static final Object[] NO_TEXT = {"x"};
    private static final String[] TEXT = {"java.lang.String"};

    @TempDir Path folder;

    private ObjectName bean;
    private OpenConnector connector;

    @BeforeEach
    void open() throws Exception {
        bean = new ObjectName("org.ninelives:type=Switch");
        connector = new OpenConnector(folder, Set.of(bean));
        connector.server.registerMBean(new Switch(), bean);
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void theMonitorReadsAndCannotWriteOrInvoke() throws Exception {
        try (JMXConnector client = connector.connectAs("monitor")) {
            MBeanServerConnection beans = client.getMBeanServerConnection();

            assertThat(beans.getAttribute(bean, "Level")).isEqualTo(1);
            assertThat(beans.invoke(bean, "look", NO_TEXT, TEXT)).isEqualTo("x");
            assertThatThrownBy(() -> beans.setAttribute(bean, new Attribute("Level", 50)))
                    .isInstanceOf(SecurityException.class)
                    .hasMessage("Access denied! monitor may only read");
            assertThatThrownBy(() -> press(beans)).isInstanceOf(SecurityException.class);
            assertThat(beans.getAttribute(bean, "Level")).isEqualTo(1);
        }
    }

    @Test
    void controlSetsAndInvokesInItsOwnName() throws Exception {
        try (JMXConnector client = connector.connectAs("control")) {
            MBeanServerConnection beans = client.getMBeanServerConnection();

            beans.setAttribute(bean, new Attribute("Level", 50));

            assertThat(beans.getAttribute(bean, "Level")).isEqualTo(50);
            assertThat(press(beans)).isEqualTo("control at 127.0.0.1");
        }
    }

    @Test
    void nobodyElseComesInAndEachIsTold() {
        try (LogLines log = new LogLines()) {
            assertThatThrownBy(() -> connector.connect(null, "control", "guess"))
                    .isInstanceOf(SecurityException.class)
                    .hasMessageContaining("Authentication failed");
            assertThatThrownBy(() -> connector.connect(null, "ro\not", ""))
                    .isInstanceOf(SecurityException.class);
            assertThatThrownBy(() -> connector.connect(null, Map.of()))
                    .isInstanceOf(SecurityException.class);

            assertThat(log.all())
                    .filteredOn(line -> line.startsWith("WARNING JMX login of"))
                    .hasSize(3)
                    .anyMatch(line -> line.contains("of control from 127.0.0.1 refused: Invalid"))
                    .anyMatch(line -> line.contains("of \"ro\\u000aot\" from"))
                    .anyMatch(line -> line.contains("no user and password given; 3 failed"));
        }
    }

    @Test
    void aUserWithoutARoleDoesNotComeInEvenWithItsPassword() throws Exception {
        Files.writeString(connector.files.access(), "monitor readonly\n");
        connector.close();
        try (OpenConnector again = new OpenConnector(folder, Set.of(bean))) {
            assertThatThrownBy(() -> again.connectAs("control"))
                    .isInstanceOf(SecurityException.class);
            again.connectAs("monitor").close();
        }
    }

    @Test
    void aPasswordMayBeKeptAsAHash() throws Exception {
        String password = connector.password("monitor");
        new PasswordFile(connector.files.passwords(), true).login("monitor", password);

        assertThat(connector.files.passwords()).content().doesNotContain(password);
        connector.connect(null, "monitor", password).close();
    }

    @Test
    void aStrangersStubDoesNotGetIntoTheRegistry() throws Exception {
        Registry registry = connector.registry(null);
        Remote stub = registry.lookup("jmxrmi");

        assertThatThrownBy(() -> registry.rebind("jmxrmi", stub)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> registry.bind("other", stub)).isInstanceOf(Exception.class);

        assertThat(registry.list()).containsExactly("jmxrmi");
    }

    @Test
    void itListensOnItsAddressAndPortAndNowhereElse() throws Exception {
        try (JMXConnector client = connector.connectAs("monitor")) {
            assertThat(client.getConnectionId()).isNotEmpty();
            // Java's sockets are IPv6 ones, in which an IPv4 address comes last.
            String port = String.format(":%04X", connector.port);
            assertThat(listeners().filter(listener -> listener.endsWith(port)))
                    .singleElement()
                    .asString()
                    .endsWith("0100007F" + port);
            assertThatThrownBy(() -> new Socket("127.0.0.2", connector.port).close())
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void notificationsReachTheMonitorAndABeanCannotBeTheirListener() throws Exception {
        try (JMXConnector client = connector.connectAs("monitor")) {
            MBeanServerConnection beans = client.getMBeanServerConnection();
            ObjectName delegate = new ObjectName("JMImplementation:type=MBeanServerDelegate");

            beans.addNotificationListener(delegate, (told, handback) -> {}, null, null);

            assertThatThrownBy(() -> beans.addNotificationListener(delegate, bean, null, null))
                    .isInstanceOf(SecurityException.class);
        }
    }

    private Object press(MBeanServerConnection beans) throws Exception {
        return beans.invoke(bean, "press", new Object[] {1}, new String[] {"int"});
    }

    /** Local address and port of each listening socket of this host, as the kernel writes them. */
    private static Stream<String> listeners() throws IOException {
        return Stream.of("tcp", "tcp6")
                .map(table -> Path.of("/proc/net", table))
                .filter(Files::exists)
                .flatMap(RemoteConnectorTest::lines)
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
}

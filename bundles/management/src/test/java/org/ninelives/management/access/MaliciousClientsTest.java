package org.ninelives.management.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.BadAttributeValueExpException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.rmi.RMIServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.management.LogLines;

/** Clients that send what no client of good will sends; after each of them others are served. */
class MaliciousClientsTest {

    @TempDir Path folder;

    private final LogLines log = new LogLines();
    private ObjectName bean;
    private OpenConnector connector;

    @BeforeEach
    void open() throws Exception {
        Trap.sprung = false;
        bean = new ObjectName("org.ninelives:type=Switch");
        connector = new OpenConnector(folder, Set.of(bean));
        connector.server.registerMBean(new Switch(), bean);
    }

    @AfterEach
    void othersAreServed() throws Exception {
        try (JMXConnector client = connector.connectAs("monitor")) {
            assertThat(client.getMBeanServerConnection().getAttribute(bean, "Level")).isEqualTo(1);
        } finally {
            connector.close();
            log.close();
        }
        assertThat(Trap.sprung).as("an object was made before anybody checked").isFalse();
    }

    static Stream<Named<Object>> badCredentials() {
        return named(
                new Trap(),
                new Object[] {"control", new Trap()},
                new String[100_000],
                new HashMap<>(Map.of("user", "control")),
                new String[][] {{"control"}});
    }

    @ParameterizedTest
    @MethodSource("badCredentials")
    void nothingButUserAndPasswordIsReadBeforeTheLogin(Object credentials) throws Exception {
        RMIServer server = connector.stub(null);

        assertThatThrownBy(() -> server.newClient(credentials)).isInstanceOf(IOException.class);

        assertThat(log.all())
                .filteredOn(line -> line.contains("JMX: refused an object from 127.0.0.1"))
                .hasSize(1);
    }

    @Test
    void anEndlessPasswordIsCutOff() throws Exception {
        RMIServer server = connector.stub(null);
        String[] credentials = {"control", "x".repeat(9 << 20)};

        assertThatThrownBy(() -> server.newClient(credentials)).isInstanceOf(IOException.class);

        assertThat(log.all())
                .anyMatch(line -> line.contains("127.0.0.1 refused: sends too much in one"));
    }

    static Stream<Named<Object>> badArguments() {
        return named(
                new Trap(),
                new Object[] {new Trap()},
                new ArrayList<>(List.of(new Trap())),
                new BadAttributeValueExpException(""),
                Proxy.newProxyInstance(
                        MaliciousClientsTest.class.getClassLoader(),
                        new Class<?>[] {Runnable.class},
                        (proxy, method, arguments) -> null),
                new Object[20_000],
                nested(50),
                new File("/etc/shadow"));
    }

    @ParameterizedTest
    @MethodSource("badArguments")
    void controlCannotSendWhatNoOperationTakes(Object argument) throws Exception {
        try (JMXConnector client = connector.connectAs("control")) {
            MBeanServerConnection beans = client.getMBeanServerConnection();

            assertThatThrownBy(
                            () ->
                                    beans.invoke(
                                            bean,
                                            "look",
                                            new Object[] {argument},
                                            new String[] {"java.lang.String"}))
                    .isInstanceOf(Exception.class);
            assertThatThrownBy(() -> beans.setAttribute(bean, new Attribute("Level", argument)))
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void aLongTextIsAnArgumentLikeOthers() throws Exception {
        String text = "virtual_server ".repeat(100_000);
        try (JMXConnector client = connector.connectAs("monitor")) {
            assertThat(
                            client.getMBeanServerConnection()
                                    .invoke(
                                            bean,
                                            "look",
                                            new Object[] {text},
                                            new String[] {"java.lang.String"}))
                    .isEqualTo(text);
        }
    }

    @Test
    void nobodyLoadsClasses() throws Exception {
        ObjectName name = new ObjectName("evil:type=Loader");
        for (String user : List.of("monitor", "control")) {
            try (JMXConnector client = connector.connectAs(user)) {
                MBeanServerConnection beans = client.getMBeanServerConnection();
                assertThatThrownBy(() -> beans.createMBean("javax.management.loading.MLet", name))
                        .isInstanceOf(SecurityException.class);
                assertThatThrownBy(() -> beans.createMBean("javax.management.timer.Timer", name))
                        .isInstanceOf(SecurityException.class);
                assertThatThrownBy(() -> beans.unregisterMBean(bean))
                        .isInstanceOf(SecurityException.class);
            }
        }
        assertThat(connector.server.isRegistered(name)).isFalse();
    }

    @Test
    void noiseEndsTheConnection() throws Exception {
        for (String noise : List.of("GET / HTTP/1.0\r\n\r\n", "JRMI\0\2M", "\0".repeat(1000))) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.port)) {
                socket.getOutputStream().write(noise.getBytes(StandardCharsets.US_ASCII));
                socket.setSoTimeout(30_000);
                while (socket.getInputStream().read() >= 0) {
                    // What it answers is of no interest, only that it ends.
                }
            } catch (SocketException e) {
                assertThat(e).hasMessageContaining("reset");
            }
        }
    }

    @Test
    void oneAddressCannotTakeAllThreads() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < ConnectionLimits.EACH; i++) {
                idle.add(new Socket(InetAddress.getLoopbackAddress(), connector.port));
            }
            try (Socket oneMore = new Socket(InetAddress.getLoopbackAddress(), connector.port)) {
                oneMore.setSoTimeout(30_000);
                assertThat(oneMore.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(log.all())
                    .anyMatch(line -> line.contains("refused: has too many of them open"));
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
        await().ignoreExceptions().until(() -> connector.stub(null) != null);
    }

    /** Wrapped, as an array would be taken for several arguments of the test. */
    private static Stream<Named<Object>> named(Object... objects) {
        return Stream.of(objects)
                .map(object -> Named.of(object.getClass().getSimpleName(), object));
    }

    private static Object nested(int depth) {
        return depth == 0 ? "x" : new Object[] {nested(depth - 1)};
    }
}

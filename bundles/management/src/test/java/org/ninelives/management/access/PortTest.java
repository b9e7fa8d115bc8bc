package org.ninelives.management.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.management.MBeanServerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector's port is taken, and given back. */
class PortTest {

    @TempDir Path folder;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void close() {
        thread.shutdownNow();
    }

    @Test
    void aTakenPortIsAnErrorThatLeavesNothingBehind() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> open(taken.getLocalPort())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void closingFreesThePort() throws Exception {
        int port = OpenConnector.freePort();
        open(port).close();

        // The kernel lets go of the port when the thread that accepted on it has woken up.
        await().ignoreExceptions().until(() -> open(port), connector -> true).close();
    }

    private RemoteConnector open(int port) throws IOException {
        return RemoteConnector.open(
                ConnectorSettings.from(Map.of("ninelives.jmx.port", Integer.toString(port))::get),
                AccessFiles.inFirstOf(List.of(folder)),
                MBeanServerFactory.newMBeanServer(),
                name -> true,
                thread);
    }
}

package org.ninelives.check.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connections;
import org.ninelives.linux.connection.LinuxNetworks;
import org.ninelives.testkit.network.TestProbe;

/** Looks at a real mail server, whose greeting has two lines and which does not like everybody. */
@Tag("kernel")
class EximTest {

    private static final Path EXIM = Path.of("/usr/sbin/exim4");

    private static final String CONFIGURATION =
            """
            primary_hostname = mx.example.org
            spool_directory = FOLDER/spool
            log_file_path = FOLDER/%slog
            keep_environment =
            smtp_banner = mx.example.org ESMTP\\nsecond line of the greeting
            daemon_smtp_ports = PORT
            local_interfaces = 127.0.0.1
            acl_smtp_helo = check_helo
            host_lookup =
            rfc1413_query_timeout = 0s
            tls_advertise_hosts =
            begin acl
            check_helo:
              deny condition = ${if eq{$sender_helo_name}{unwanted}}
                   message = no thanks
              accept
            """;

    private final LinuxNetworks networks = new LinuxNetworks();
    private Connections connections;
    private Process exim;
    private int port;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isExecutable(EXIM), "needs exim4 (package exim4-daemon-light)");
        // Exim writes its files as a user of its own.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        connections = networks.open(Optional.empty());
        port = freePort();
        Path file =
                Files.writeString(
                        folder.resolve("exim.conf"),
                        CONFIGURATION
                                .replace("FOLDER", folder.toString())
                                .replace("PORT", Integer.toString(port)));
        exim =
                new ProcessBuilder(
                                EXIM.toString(),
                                "-C",
                                file.toString(),
                                "-bdf",
                                "-oP",
                                folder.resolve("pid").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        awaitStart();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!isServing()) {
            assertThat(System.nanoTime()).as("exim does not come up").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean isServing() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @AfterEach
    void stop() throws Exception {
        if (exim != null) {
            exim.destroy();
            assertThat(exim.waitFor(20, TimeUnit.SECONDS)).isTrue();
            connections.close();
        }
    }

    @Test
    void itAnswers() {
        TestProbe probe = probe();
        assertThat(new SmtpMethod("lb.example.org").run(probe).passed()).isTrue();
        assertThat(probe.steps())
                .contains(
                        "< 220 mx.example.org ESMTP | second line of the greeting",
                        "> HELO lb.example.org",
                        "> QUIT");
    }

    @Test
    void itRefusesAName() {
        assertThat(new SmtpMethod("unwanted").run(probe()))
                .isEqualTo(
                        CheckResult.failed(
                                "Bad HELO response from server [127.0.0.1]:"
                                        + port
                                        + ": 550 no thanks"));
    }

    @Test
    void itHasGone() throws Exception {
        exim.destroy();
        exim.waitFor();
        assertThat(new SmtpMethod("lb.example.org").run(probe()).reason())
                .startsWith("Could not connect to server [127.0.0.1]:" + port);
    }

    private TestProbe probe() {
        return new TestProbe(connections, ConnectTarget.of(IpAddress.of("127.0.0.1"), port));
    }
}

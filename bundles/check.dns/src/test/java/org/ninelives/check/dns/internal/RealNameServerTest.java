package org.ninelives.check.dns.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Connections;
import org.ninelives.linux.connection.LinuxNetworks;
import org.ninelives.testkit.Programs;
import org.ninelives.testkit.network.CheckText;
import org.ninelives.testkit.network.TestProbe;

/** DNS_CHECK at dnsmasq, by UDP and by TCP. */
@Tag("lab")
class RealNameServerTest {

    private static final Programs PROGRAMS = new Programs();

    private static int port;
    private static Connections network;
    private static TestProbe probe;

    @TempDir private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        Programs.need("dnsmasq");
        network = new LinuxNetworks().open(Optional.empty());
        port = Programs.freePort();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "dnsmasq",
                                "--keep-in-foreground",
                                "--conf-file=/dev/null",
                                "--pid-file=" + folder.resolve("pid"),
                                "--user=" + System.getProperty("user.name"),
                                "--port=" + port,
                                "--listen-address=127.0.0.1",
                                "--bind-interfaces",
                                "--no-resolv",
                                "--no-hosts",
                                "--auth-zone=example.org",
                                "--auth-server=ns.example.org,lo",
                                "--host-record=www.example.org,192.0.2.1,2001:db8::1",
                                "--mx-host=example.org,www.example.org",
                                "--txt-record=example.org,short"));
        for (int i = 0; i < 20; i++) {
            command.add("--txt-record=big.example.org," + i + "x".repeat(200));
        }
        PROGRAMS.serve(port, folder.resolve("log"), command.toArray(String[]::new));
    }

    @AfterAll
    static void stop() throws Exception {
        PROGRAMS.close();
        if (network != null) {
            network.close();
        }
    }

    private static CheckResult look(String type, String name) {
        Check.Probed check =
                CheckText.read(
                                new DnsCheck(),
                                "type " + type + "\nname " + name,
                                CheckedServer.of(IpAddress.of("127.0.0.1"), port))
                        .probed();
        probe = new TestProbe(network, check.target());
        return ((DnsMethod) check.method()).run(probe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAA"})
    void aNameThatIsThereIsAnswered(String type) {
        assertThat(look(type, "www.example.org").reason()).endsWith(" success.");
        assertThat(probe.steps()).contains("NOERROR, 1 records");
    }

    @Test
    void aLongAnswerIsFetchedByTcp() {
        assertThat(look("TXT", "big.example.org").passed()).isTrue();
        assertThat(probe.steps())
                .containsSubsequence(
                        "the answer does not fit into a datagram; asking by TCP",
                        "NOERROR, 20 records");
    }

    @Test
    void aNameOfOthersIsRefused() {
        assertThat(look("A", "www.example.com"))
                .isEqualTo(
                        CheckResult.failed(
                                "DNS_CHECK ([127.0.0.1]:udp:"
                                        + port
                                        + ") read error occurred. (rcode = 5, REFUSED) to A"
                                        + " www.example.com"));
    }
}

package org.ninelives.linux.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AbsentException;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.api.system.Connections;
import org.ninelives.api.system.DatagramConnection;
import org.ninelives.api.system.ExhaustedException;
import org.ninelives.testkit.network.Conversation;

/** What a target says of how packets leave, and what the kernel says of the way. */
@Tag("kernel")
class KernelConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private TwoHosts hosts;
    private Connections connections;

    @BeforeEach
    void start() throws Exception {
        hosts = new TwoHosts();
        connections = new LinuxNetworks().open(hosts.name());
    }

    @AfterEach
    void stop() throws Exception {
        if (connections != null) {
            connections.close();
        }
        if (hosts != null) {
            hosts.close();
        }
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    private Connection connect(ConnectTarget target) throws IOException {
        return connections.connect(target, in(PATIENCE));
    }

    private static ConnectTarget from(String source, int sourcePort, ConnectTarget to) {
        return new ConnectTarget(
                to.address(),
                to.port(),
                Optional.of(IpAddress.of(source)),
                sourcePort,
                Optional.empty(),
                0);
    }

    private static ConnectTarget through(String link, String address, int port) {
        return new ConnectTarget(
                IpAddress.of(address),
                port,
                Optional.empty(),
                0,
                Optional.of(new InterfaceName(link)),
                0);
    }

    private static ConnectTarget marked(long mark, ConnectTarget to) {
        return new ConnectTarget(
                to.address(), to.port(), Optional.empty(), 0, Optional.empty(), mark);
    }

    private ConnectTarget established() throws Exception {
        return hosts.serve(Conversation::staySilent);
    }

    private String establishedHere() throws Exception {
        return hosts.here("ss", "-Htn", "state", "established");
    }

    @Test
    void theSourceAddressIsThatOfTheTarget() throws Exception {
        ConnectTarget target = from("10.9.0.11", 0, established());
        try (Connection connection = connect(target)) {
            assertThat(connection.target()).isEqualTo(target);
            assertThat(establishedHere()).contains("10.9.0.11:");
        }
    }

    @Test
    void aSourcePortIsUsedAgainAtOnce() throws Exception {
        ConnectTarget target = from("10.9.0.11", 4711, established());
        for (int i = 0; i < 3; i++) {
            try (Connection connection = connect(target)) {
                connection.output().write('x');
                assertThat(establishedHere()).contains("10.9.0.11:4711");
            }
        }
    }

    @Test
    void aSourcePortThatIsTakenIsToldOf() throws Exception {
        ConnectTarget target = from("10.9.0.11", 4711, established());
        try (Connection first = connect(target)) {
            assertThatThrownBy(() -> connect(first.target()))
                    .isInstanceOf(ExhaustedException.class)
                    .hasMessageMatching(".*(bind_port 4711 is in use|no local port).*");
        }
    }

    @Test
    void connectionsEndInOrderUnlessTheyHaveAPortOfTheirOwn() throws Exception {
        FutureTask<Integer> end = new FutureTask<>(() -> 0);
        ConnectTarget target =
                hosts.serve(
                        conversation -> {
                            assertThat(conversation.input().read()).isEqualTo(-1);
                            end.run();
                        });
        connect(target).close();
        assertThat(end.get()).isZero();
    }

    @Test
    void theMarkIsOnThePackets() throws Exception {
        hosts.here("nft", "add table inet t");
        hosts.here("nft", "add chain inet t out { type filter hook output priority 0; }");
        hosts.here("nft", "add rule inet t out meta mark 4294967295 counter");
        connect(marked(0xffff_ffffL, established())).close();
        assertThat(hosts.here("nft", "list table inet t")).doesNotContain("packets 0");
    }

    @Test
    void anInterfaceThatIsNotThereIsToldOf() throws Exception {
        assertThatThrownBy(() -> connect(through("eth7", "10.9.0.2", 80)))
                .isInstanceOf(AbsentException.class)
                .hasMessage("bind_if eth7 is not an interface of this host");
    }

    @Test
    void packetsLeaveThroughTheInterface() throws Exception {
        ConnectTarget target = established();
        ConnectTarget lost = through("lo", "10.9.0.2", target.port());
        assertThatThrownBy(() -> connections.connect(lost, in(Duration.ofMillis(100))))
                .isInstanceOf(SocketTimeoutException.class);
        connect(through("eth0", "10.9.0.2", target.port())).close();
    }

    @Test
    void ipv6IsConnectedTo() throws Exception {
        int port = hosts.listen(Conversation::staySilent);
        connect(ConnectTarget.of(IpAddress.of("fd09::2"), port)).close();
        ConnectTarget target = ConnectTarget.of(IpAddress.of("fd09::2"), port);
        connect(from("fd09::1", 0, target)).close();
    }

    @Test
    void aLinkLocalAddressIsReachedThroughItsInterface() throws Exception {
        int port = hosts.listen(Conversation::staySilent);
        connect(through("eth0", "fe80::2", port)).close();
        ConnectTarget fromLinkLocal =
                new ConnectTarget(
                        IpAddress.of("fe80::2"),
                        port,
                        Optional.of(IpAddress.of("fe80::1")),
                        0,
                        Optional.of(new InterfaceName("eth0")),
                        0);
        connect(fromLinkLocal).close();
        connections.echo(fromLinkLocal, 8, in(PATIENCE));
    }

    @Test
    void aLinkLocalAddressWithoutInterfaceIsToldOf() {
        ConnectTarget target = ConnectTarget.of(IpAddress.of("fe80::2"), 80);
        assertThatThrownBy(() -> connect(target))
                .hasMessage(
                        "cannot connect to [fe80::2]:80: EINVAL (a link-local address needs"
                                + " bind_if)");
    }

    @Test
    void aFirewallThatRejectsIsHeardOf() throws Exception {
        hosts.there("nft", "add table inet t");
        hosts.there("nft", "add chain inet t in { type filter hook input priority 0; }");
        hosts.there("nft", "add rule inet t in tcp dport 80 reject with icmpx host-unreachable");
        assertThatThrownBy(() -> connect(ConnectTarget.of(TwoHosts.OTHER, 80)))
                .isInstanceOf(ConnectException.class)
                .hasMessage("no route to host [10.9.0.2]:80 (EHOSTUNREACH)");
    }

    @Test
    void aFirewallOfThisHostIsHeardOf() throws Exception {
        hosts.here("nft", "add table inet t");
        hosts.here("nft", "add chain inet t out { type filter hook output priority 0; }");
        hosts.here("nft", "add rule inet t out udp dport 53 drop");
        ConnectTarget target = ConnectTarget.of(TwoHosts.OTHER, 53);
        try (DatagramConnection datagrams = connections.openDatagrams(target)) {
            assertThatThrownBy(() -> datagrams.send(UTF_8.encode("x")))
                    .hasMessage(
                            "a firewall rule of this host does not let packets out to"
                                    + " [10.9.0.2]:53 (EPERM)");
        }
    }

    @Test
    void aDropIsSilence() throws Exception {
        hosts.there("nft", "add table inet t");
        hosts.there("nft", "add chain inet t in { type filter hook input priority 0; }");
        hosts.there("nft", "add rule inet t in tcp dport 80 drop");
        ConnectTarget target = ConnectTarget.of(TwoHosts.OTHER, 80);
        assertThatThrownBy(() -> connections.connect(target, in(Duration.ofMillis(100))))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aHostWithoutNeighbourEntryIsHeardOfByDatagrams() throws Exception {
        ConnectTarget nobody = ConnectTarget.of(IpAddress.of("10.9.0.77"), 53);
        try (DatagramConnection datagrams = connections.openDatagrams(nobody)) {
            datagrams.send(UTF_8.encode("x"));
            assertThatThrownBy(() -> datagrams.receive(ByteBuffer.allocate(9), in(PATIENCE)))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("EHOSTUNREACH");
        }
    }

    @Test
    void pingSocketsAreUsedWhereTheGroupMay() throws Exception {
        hosts.here("sysctl", "-w", "net.ipv4.ping_group_range=0 0");
        connections.echo(hosts.refused(), 128, in(PATIENCE));
        connections.echo(ConnectTarget.of(IpAddress.of("fd09::2"), 0), 1000, in(PATIENCE));
        assertThatThrownBy(() -> connections.echo(hosts.silent(), 8, in(Duration.ofMillis(100))))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void rawSocketsAreUsedWhereTheGroupMayNot() throws Exception {
        hosts.here("sysctl", "-w", "net.ipv4.ping_group_range=1 0");
        connections.echo(hosts.refused(), 128, in(PATIENCE));
        connections.echo(ConnectTarget.of(IpAddress.of("fd09::2"), 0), 1000, in(PATIENCE));
    }

    @Test
    void aDatagramThatIsTooLongIsToldOf() throws Exception {
        try (DatagramConnection datagrams = connections.openDatagrams(hosts.refused())) {
            assertThatThrownBy(() -> datagrams.send(ByteBuffer.allocate(65_508)))
                    .hasMessageContaining("too long");
            assertThatThrownBy(() -> datagrams.send(ByteBuffer.allocate(65_537)))
                    .hasMessageContaining("too long");
        }
    }

    @Test
    void aRefusedPortIsHeardOfByTheNextSend() throws Exception {
        try (DatagramConnection datagrams = connections.openDatagrams(hosts.refused())) {
            datagrams.send(UTF_8.encode("x"));
            assertThatThrownBy(
                            () -> {
                                while (true) {
                                    datagrams.send(UTF_8.encode("x"));
                                }
                            })
                    .isInstanceOf(PortUnreachableException.class);
        }
    }

    @Test
    void thousandsWaitAtOnceAndNothingIsLeft() throws Exception {
        ConnectTarget target = established();
        int before = descriptors();
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        CountDownLatch connected = new CountDownLatch(3000);
        for (int i = 0; i < 3000; i++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try (Connection connection = connect(target)) {
                                            connected.countDown();
                                            connection.input().read();
                                        } catch (IOException e) {
                                            synchronized (failures) {
                                                failures.add(e);
                                            }
                                        }
                                    }));
        }
        connected.await();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(failures).hasSize(3000);
        hosts.close();
        hosts = null;
        connections.close();
        connections = null;
        assertThat(descriptors()).isLessThan(before + 200);
    }

    private static int descriptors() {
        return new File("/proc/self/fd").list().length;
    }

    @Test
    void theEndOfTheConnectionsEndsEveryWait() throws Exception {
        ConnectTarget target = established();
        CountDownLatch waiting = new CountDownLatch(1);
        FutureTask<Throwable> failure =
                new FutureTask<>(
                        () -> {
                            try (Connection connection = connect(target)) {
                                waiting.countDown();
                                connection.input().read();
                                return null;
                            } catch (IOException e) {
                                return e;
                            }
                        });
        Thread.ofVirtual().start(failure);
        waiting.await();
        connections.close();
        assertThat(failure.get()).isInstanceOf(SocketException.class).hasMessageContaining("given");
        assertThatThrownBy(() -> connect(target)).isInstanceOf(IOException.class);
    }
}

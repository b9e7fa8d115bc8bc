package org.ninelives.linux.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.namespace.NetworkNamespace;
import org.ninelives.testkit.contract.NetworkHand;
import org.ninelives.testkit.network.Server;
import org.ninelives.testkit.network.SocketServer;

/**
 * Two named network namespaces joined by a veth pair eth0: this host, 10.9.0.1 and fd09::1, and the
 * other, 10.9.0.2, fd09::2 and fe80::2, which does not answer as 10.9.0.3.
 */
final class TwoHosts implements NetworkHand {

    static final IpAddress OTHER = IpAddress.of("10.9.0.2");

    private static final AtomicInteger MADE = new AtomicInteger();

    private final String here = "nl-con-" + ProcessHandle.current().pid() + "-" + MADE.get();
    private final String there = here + "-other";
    private final List<AutoCloseable> servers = new ArrayList<>();

    TwoHosts() throws Exception {
        Assumptions.assumeTrue(Libc.geteuid() == 0, "kernel tests need root to make namespaces");
        MADE.incrementAndGet();
        ip("netns add " + here, "netns add " + there);
        ip(
                "-n " + here + " link add eth0 type veth peer name eth0 netns " + there,
                "-n " + here + " link set lo up",
                "-n " + there + " link set lo up",
                "-n " + here + " link set eth0 addrgenmode none",
                "-n " + there + " link set eth0 addrgenmode none",
                "-n " + here + " link set eth0 up",
                "-n " + there + " link set eth0 up",
                "-n " + here + " addr add 10.9.0.1/24 dev eth0",
                "-n " + here + " addr add 10.9.0.11/24 dev eth0",
                "-n " + there + " addr add 10.9.0.2/24 dev eth0",
                "-n " + here + " addr add fd09::1/64 dev eth0 nodad",
                "-n " + there + " addr add fd09::2/64 dev eth0 nodad",
                "-n " + here + " addr add fe80::1/64 dev eth0 nodad",
                "-n " + there + " addr add fe80::2/64 dev eth0 nodad",
                "-n " + here + " neigh add 10.9.0.3 lladdr 02:00:00:00:00:99 dev eth0",
                "-n " + here + " route add unreachable 10.9.8.0/24");
    }

    /** The namespace of this host. */
    Optional<String> name() {
        return Optional.of(here);
    }

    static void ip(String... commands) throws Exception {
        for (String command : commands) {
            run(("ip " + command).split(" ", -1));
        }
    }

    /** Runs a program on this host and answers what it says. */
    String here(String... words) throws Exception {
        return in(here, words);
    }

    /** Runs a program on the other host and answers what it says. */
    String there(String... words) throws Exception {
        return in(there, words);
    }

    private static String in(String namespace, String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
        all.addAll(List.of(words));
        return run(all.toArray(String[]::new));
    }

    private static String run(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + ": " + said);
        }
        return said;
    }

    private <T> T onTheOther(IoWork<T> work) throws SystemException {
        return NetworkNamespace.in(
                Optional.of(there),
                () -> {
                    try {
                        return work.run();
                    } catch (IOException e) {
                        throw new SystemException(e.toString(), "EIO", "");
                    }
                });
    }

    @FunctionalInterface
    private interface IoWork<T> {
        T run() throws IOException;
    }

    @Override
    public ConnectTarget serve(Server server) throws Exception {
        return ConnectTarget.of(OTHER, listen(server));
    }

    /** A port of all addresses of the other host. */
    int listen(Server server) throws Exception {
        ServerSocket listening = onTheOther(() -> new ServerSocket(0, 1000));
        servers.add(SocketServer.start(listening, server));
        return listening.getLocalPort();
    }

    @Override
    public ConnectTarget answer(Function<byte[], List<byte[]>> answers) throws Exception {
        DatagramSocket socket =
                onTheOther(
                        () ->
                                new DatagramSocket(
                                        new InetSocketAddress(
                                                InetAddress.getByAddress(OTHER.bytes()), 0)));
        servers.add(socket);
        Thread.ofVirtual().start(() -> answerAll(socket, answers));
        return ConnectTarget.of(OTHER, socket.getLocalPort());
    }

    private static void answerAll(DatagramSocket socket, Function<byte[], List<byte[]>> answers) {
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
                socket.receive(packet);
                byte[] sent = Arrays.copyOf(packet.getData(), packet.getLength());
                for (byte[] answer : answers.apply(sent)) {
                    socket.send(
                            new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                return; // Closed.
            }
        }
    }

    @Override
    public ConnectTarget refused() {
        return ConnectTarget.of(OTHER, 9);
    }

    @Override
    public ConnectTarget silent() {
        return ConnectTarget.of(IpAddress.of("10.9.0.3"), 80);
    }

    @Override
    public ConnectTarget unreachable() {
        return ConnectTarget.of(IpAddress.of("10.9.8.1"), 80);
    }

    @Override
    public String foreignAddress() {
        return "10.9.0.99";
    }

    /** Ends the servers and removes the namespaces. */
    void close() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
        ip("netns del " + here, "netns del " + there);
    }
}

package org.ninelives.testkit.network;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AbsentException;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.api.system.Connections;
import org.ninelives.api.system.DatagramConnection;
import org.ninelives.api.system.Networks;
import org.ninelives.api.system.SystemException;

/**
 * Hosts that exist because something is said of them: one with a server or an answer has its other
 * ports refused, one that is silent answers nothing, and there is no way to any other. Nobody waits
 * for silence: its timeout comes at once. Any thread.
 */
public final class FakeNetworks implements Networks, Connections {

    private record Port(IpAddress address, int number) {}

    private final Set<IpAddress> hosts = ConcurrentHashMap.newKeySet();
    private final Set<IpAddress> silentHosts = ConcurrentHashMap.newKeySet();
    private final Set<IpAddress> foreignAddresses = ConcurrentHashMap.newKeySet();
    private final Map<Port, Server> servers = new ConcurrentHashMap<>();
    private final Map<Port, Function<byte[], List<byte[]>>> answers = new ConcurrentHashMap<>();
    private final List<ConnectTarget> attempts = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();

    /** A host without any server, which answers to ICMP. */
    public void host(String address) {
        hosts.add(IpAddress.of(address));
    }

    /** A host that has gone, or that a firewall hides. */
    public void silence(String address) {
        silentHosts.add(IpAddress.of(address));
    }

    /** Serves a TCP port from now on, in place of who did so before. */
    public void serve(String address, int port, Server server) {
        host(address);
        servers.put(new Port(IpAddress.of(address), port), server);
    }

    /**
     * Serves a UDP port from now on.
     *
     * @param answer to each datagram; none for silence
     */
    public void answer(String address, int port, Function<byte[], List<byte[]>> answer) {
        host(address);
        answers.put(new Port(IpAddress.of(address), port), answer);
    }

    /** From now on no address of this machine; before, any is. */
    public void disown(String address) {
        foreignAddresses.add(IpAddress.of(address));
    }

    /** Whom somebody wanted to reach, in order. */
    public List<ConnectTarget> attempts() {
        return new ArrayList<>(attempts);
    }

    /** How many connections and UDP sockets have not been closed. */
    public int open() {
        return open.get();
    }

    @Override
    public Connections open(Optional<String> networkNamespace) throws SystemException {
        return this;
    }

    @Override
    public Connection connect(ConnectTarget target, long deadlineNanos) throws IOException {
        reach(target);
        Server server = servers.get(new Port(target.address(), target.port()));
        if (server == null) {
            throw new ConnectException("connection to " + target + " refused");
        }
        FakePipe toClient = new FakePipe();
        FakePipe toServer = new FakePipe();
        Thread.ofVirtual().start(() -> talk(server, new FakeConversation(toServer, toClient)));
        open.incrementAndGet();
        return new FakeConnection(target, toClient, toServer, deadlineNanos, open::decrementAndGet);
    }

    private static void talk(Server server, FakeConversation conversation) {
        try {
            server.talk(conversation);
            conversation.toClient().end();
        } catch (IOException e) {
            conversation.reset();
        }
    }

    @Override
    public DatagramConnection openDatagrams(ConnectTarget target) throws IOException {
        bind(target);
        Optional<Function<byte[], List<byte[]>>> peer =
                hosts.contains(target.address())
                        ? Optional.ofNullable(
                                answers.get(new Port(target.address(), target.port())))
                        : Optional.of(datagram -> List.of());
        open.incrementAndGet();
        return new FakeDatagrams(peer, open::decrementAndGet);
    }

    @Override
    public void echo(ConnectTarget target, int payloadBytes, long deadlineNanos)
            throws IOException {
        reach(target);
    }

    private void reach(ConnectTarget target) throws IOException {
        bind(target);
        if (silentHosts.contains(target.address())) {
            throw new SocketTimeoutException("timeout connecting to " + target);
        }
        if (!hosts.contains(target.address())) {
            throw new ConnectException("no route to host " + target);
        }
    }

    private void bind(ConnectTarget target) throws IOException {
        attempts.add(target);
        if (target.source().filter(foreignAddresses::contains).isPresent()) {
            throw new AbsentException(
                    "bindto " + target.source().get() + " is not an address of this host");
        }
    }

    /** Keeps what is known of the hosts. */
    @Override
    public void close() {}
}

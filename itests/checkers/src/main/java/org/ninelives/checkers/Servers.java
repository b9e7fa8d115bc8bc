package org.ninelives.checkers;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.ninelives.api.system.SystemException;
import org.ninelives.testkit.network.Misbehaviour;
import org.ninelives.testkit.network.Server;
import org.ninelives.testkit.network.SocketServer;

/** Servers of the other host, at ports of all its addresses. */
final class Servers implements AutoCloseable {

    private final Hosts hosts;
    private final SSLContext identity;
    private final List<Closeable> running = new ArrayList<>();

    /**
     * None yet.
     *
     * @param identity of good servers
     */
    Servers(Hosts hosts, SSLContext identity) {
        this.hosts = hosts;
        this.identity = identity;
    }

    /** One that a checker is content with; answers its port, 9 where there is nothing to do. */
    int startGood(Checker checker) throws IOException, SystemException {
        return switch (checker.way()) {
            case TCP -> start(Optional.empty(), checker.speech().good());
            case TLS -> start(Optional.of(identity), checker.speech().good());
            case UDP ->
                    start(
                            (heard, replies) ->
                                    replies.say(
                                            checker.name().startsWith("DNS")
                                                    ? NameServer.answer(heard)
                                                    : heard));
            case UDP_AND_TCP -> startBesideTruncation(Optional.empty(), NameServer.overTcp());
            case ICMP -> 9;
        };
    }

    /** One that accepts the connections of a checker, and says nothing. */
    int startMute(Checker checker) throws IOException, SystemException {
        return checker.way() == Checker.Way.UDP_AND_TCP
                ? startBesideTruncation(Optional.empty(), Misbehaviour.neverAnswers())
                : start(Optional.empty(), Misbehaviour.neverAnswers());
    }

    /** One that talks on connections, over TLS where it has an identity. */
    int start(Optional<SSLContext> shown, Server server) throws IOException, SystemException {
        ServerSocket listening = hosts.there(() -> new ServerSocket(0, 1000));
        SocketServer started =
                shown.isPresent()
                        ? SocketServer.startTls(listening, shown.get(), server)
                        : SocketServer.start(listening, server);
        running.add(started::close);
        return listening.getLocalPort();
    }

    /** One that answers datagrams. */
    int start(DatagramServer.Talk talk) throws IOException, SystemException {
        return answer(0, talk);
    }

    /** One that talks on connections, and says by UDP that it has to be asked there. */
    int startBesideTruncation(Optional<SSLContext> shown, Server server)
            throws IOException, SystemException {
        DatagramServer.Talk truncates =
                (heard, replies) -> replies.say(NameServer.truncated(heard));
        while (true) {
            int port = start(shown, server);
            if (isFree(port)) {
                return answer(port, truncates);
            }
        }
    }

    /** Whether no server answers datagrams at a port that is free for TCP. */
    private boolean isFree(int port) throws SystemException {
        return hosts.there(
                () -> {
                    try (DatagramSocket trial = new DatagramSocket(port)) {
                        return trial.isBound();
                    } catch (BindException e) {
                        return false;
                    }
                });
    }

    /**
     * At each address, so that answers come from where the question went. All servers do so: what
     * is free at one address is free at each.
     *
     * @param port 0 for any that is free
     */
    private int answer(int port, DatagramServer.Talk talk) throws SystemException {
        int chosen = port;
        for (String address : Hosts.ADDRESSES) {
            int wanted = chosen;
            DatagramSocket socket =
                    hosts.there(() -> new DatagramSocket(wanted, InetAddress.getByName(address)));
            running.add(DatagramServer.start(socket, talk));
            chosen = socket.getLocalPort();
        }
        return chosen;
    }

    @Override
    public void close() throws IOException {
        for (Closeable server : running) {
            server.close();
        }
    }
}

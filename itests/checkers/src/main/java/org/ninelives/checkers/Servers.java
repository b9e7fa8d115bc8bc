package org.ninelives.checkers;

import java.io.Closeable;
import java.io.IOException;
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
        // A port that is free for TCP is as good as free here.
        try (ServerSocket free = hosts.there(() -> new ServerSocket(0))) {
            answer(free.getLocalPort(), talk);
            return free.getLocalPort();
        }
    }

    /** One that talks on connections, and says by UDP that it has to be asked there. */
    int startBesideTruncation(Optional<SSLContext> shown, Server server)
            throws IOException, SystemException {
        int port = start(shown, server);
        answer(port, (heard, replies) -> replies.say(NameServer.truncated(heard)));
        return port;
    }

    /** At each address, so that answers come from where the question went. */
    private void answer(int port, DatagramServer.Talk talk) throws SystemException {
        for (String address : Hosts.ADDRESSES) {
            DatagramSocket socket =
                    hosts.there(() -> new DatagramSocket(port, InetAddress.getByName(address)));
            running.add(DatagramServer.start(socket, talk));
        }
    }

    @Override
    public void close() throws IOException {
        for (Closeable server : running) {
            server.close();
        }
    }
}

package org.ninelives.testkit.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;

/** Lets a {@link Server} talk on connections of this machine. Any thread. */
public final class SocketServer implements AutoCloseable {

    private static final int BACKLOG = 1000;

    /** Long enough for loopback to answer, had it not been full. */
    private static final int FULL_MILLIS = 200;

    private final ServerSocket listening;
    private final Set<Socket> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepts = new AtomicInteger();

    private SocketServer(ServerSocket listening) {
        this.listening = listening;
    }

    /** At some port of loopback. */
    public static SocketServer start(Server server) throws IOException {
        return start(loopback(BACKLOG), server);
    }

    /** At some port of loopback, over TLS. */
    public static SocketServer startTls(SSLContext identity, Server server) throws IOException {
        return start(loopback(BACKLOG), Optional.of(identity), server);
    }

    /** Where somebody has begun to listen, which it ends when it is closed. */
    public static SocketServer start(ServerSocket listening, Server server) {
        return start(listening, Optional.empty(), server);
    }

    /** The same over TLS. */
    public static SocketServer startTls(
            ServerSocket listening, SSLContext identity, Server server) {
        return start(listening, Optional.of(identity), server);
    }

    private static SocketServer start(
            ServerSocket listening, Optional<SSLContext> identity, Server server) {
        SocketServer started = new SocketServer(listening);
        Thread.ofVirtual().start(() -> started.accept(identity, server));
        return started;
    }

    /**
     * Listens on loopback and never accepts; its backlog is full, so that whoever connects gets no
     * answer.
     */
    public static SocketServer neverAccepting() throws IOException {
        SocketServer full = new SocketServer(loopback(1));
        boolean answers = true;
        while (answers) {
            Socket filler = new Socket();
            full.accepted.add(filler);
            try {
                filler.connect(full.listening.getLocalSocketAddress(), FULL_MILLIS);
            } catch (IOException e) {
                answers = false;
            }
        }
        return full;
    }

    private static ServerSocket loopback(int backlog) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), backlog);
        return socket;
    }

    private void accept(Optional<SSLContext> identity, Server server) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                accepts.incrementAndGet();
                accepted.add(socket);
                Thread.ofVirtual().start(() -> talk(socket, identity, server));
            } catch (IOException e) {
                return; // Closed.
            }
        }
    }

    private void talk(Socket tcp, Optional<SSLContext> identity, Server server) {
        try (tcp;
                Socket talking = identity.isPresent() ? tls(identity.get(), tcp) : tcp) {
            server.talk(SocketConversation.of(tcp, talking));
        } catch (IOException e) {
            return; // The client has gone.
        } finally {
            accepted.remove(tcp);
        }
    }

    private static Socket tls(SSLContext identity, Socket tcp) throws IOException {
        SSLSocket socket = (SSLSocket) identity.getSocketFactory().createSocket(tcp, null, 0, true);
        socket.setUseClientMode(false);
        return socket;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Its address and port. */
    public ConnectTarget target() {
        return ConnectTarget.of(IpAddress.ofBytes(listening.getInetAddress().getAddress()), port());
    }

    /** How many connections there have been. */
    public int accepts() {
        return accepts.get();
    }

    /** Ends listening and every connection. */
    @Override
    public void close() throws IOException {
        listening.close();
        List<Socket> open = new ArrayList<>(accepted);
        for (Socket socket : open) {
            socket.close();
        }
    }
}

package org.ninelives.notify.email.smtp;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.ninelives.notify.email.settings.ServerSettings;

/** The way to a server, which another thread may cut at any time. */
final class Connection implements AutoCloseable {

    private final ServerSettings server;
    private Socket socket;
    private boolean closed;

    Connection(ServerSettings server) {
        this.server = server;
    }

    /**
     * Connects to the first address of the server that answers.
     *
     * @throws IOException if none does
     */
    Socket open() throws IOException {
        IOException failure = new UnknownHostException("has no address");
        for (InetAddress address : InetAddress.getAllByName(server.host())) {
            try {
                return connected(address);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private Socket connected(InetAddress address) throws IOException {
        Socket next = new BoundedSocket();
        keep(next);
        int millis = timeoutMillis();
        try {
            next.connect(new InetSocketAddress(named(address), server.port()), millis);
            next.setSoTimeout(millis);
            return next;
        } catch (IOException e) {
            next.close();
            throw e;
        }
    }

    /** Knows its name, so that nobody asks for it by a reverse look-up. */
    private InetAddress named(InetAddress address) throws UnknownHostException {
        return address instanceof Inet6Address six && six.getScopeId() != 0
                ? Inet6Address.getByAddress(server.host(), six.getAddress(), six.getScopeId())
                : InetAddress.getByAddress(server.host(), address.getAddress());
    }

    private int timeoutMillis() {
        return (int) TimeUnit.NANOSECONDS.toMillis(server.timeoutNanos());
    }

    private synchronized void keep(Socket next) throws SocketException {
        if (closed) {
            throw new SocketException("the delivery was ended");
        }
        socket = next;
    }

    /** Cuts it; whoever reads or writes gets an exception. */
    @Override
    public synchronized void close() {
        closed = true;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more either way.
                socket = null;
            }
        }
    }
}

package org.ninelives.management.access;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of a client as RMI sees it, above TLS: it ends when it is idle or asks for too much,
 * and a call that came in by it can ask who is at the other end.
 */
final class ClientConnection extends Socket {

    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);

    /** RMI clients close what they do not use after 15 s. */
    private static final int IDLE_MILLIS = 60_000;

    private static final ThreadLocal<ClientConnection> CURRENT = new ThreadLocal<>();

    private final Socket peer;
    private final RequestBudget.Request request;
    private final Consumer<String> complaints;
    private final Runnable closed;
    private final AtomicBoolean isOpen = new AtomicBoolean(true);
    private volatile boolean answered;

    /**
     * Takes over a connection.
     *
     * @param complaints is told why the connection ends, where the client is to blame
     * @param closed runs once, when the connection ends
     */
    ClientConnection(
            Socket peer,
            RequestBudget.Request request,
            Consumer<String> complaints,
            Runnable closed) {
        this.peer = peer;
        this.request = request;
        this.complaints = complaints;
        this.closed = closed;
    }

    /** The connection by which the call came that this thread carries out. */
    static Optional<ClientConnection> current() {
        // RMI reads a call and carries it out on one thread, the one of the connection.
        return Optional.ofNullable(CURRENT.get());
    }

    /** The certificate that the client has shown, or nothing. */
    Optional<X509Certificate> certificate() {
        try {
            return peer instanceof SSLSocket tls
                            && tls.getSession().getPeerCertificates()[0]
                                    instanceof X509Certificate certificate
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    /** Ends a connection that has not come as far as its first answer. */
    void closeUnlessAnswered() {
        if (!answered && isOpen.get()) {
            complaints.accept("said nothing that could be answered in time");
            closeQuietly();
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(peer.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                CURRENT.set(ClientConnection.this);
                int count = readFromPeer(in, bytes, offset, length);
                if (count > 0 && !request.take(count)) {
                    complaints.accept("sends too much in one request");
                    throw new IOException("request too large");
                }
                return count;
            }
        };
    }

    private int readFromPeer(InputStream in, byte[] bytes, int offset, int length)
            throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (SSLException e) {
            complaints.accept(e.getMessage());
            throw e;
        }
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(peer.getOutputStream()) {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                answered = true;
                request.answered();
                out.write(bytes, offset, length);
            }
        };
    }

    /** RMI's own choice is two hours, or 0 for ever. */
    @Override
    public void setSoTimeout(int millis) throws SocketException {
        peer.setSoTimeout(millis == 0 ? IDLE_MILLIS : Math.min(millis, IDLE_MILLIS));
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        peer.setTcpNoDelay(on);
    }

    @Override
    public InetAddress getInetAddress() {
        return peer.getInetAddress();
    }

    @Override
    public int getPort() {
        return peer.getPort();
    }

    @Override
    public int getLocalPort() {
        return peer.getLocalPort();
    }

    @Override
    public boolean isClosed() {
        return peer.isClosed();
    }

    @Override
    public void close() throws IOException {
        CURRENT.remove();
        if (isOpen.compareAndSet(true, false)) {
            request.close();
            closed.run();
        }
        peer.close();
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            LOG.debug("JMX: a connection was lost while it was closed", e);
        }
    }
}

package org.ninelives.check.http.tls;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketImpl;
import java.net.UnknownHostException;
import org.ninelives.api.system.Connection;

/**
 * A connection in the shape that TLS of Java goes over; its deadline is that of the connection. It
 * remembers whether the other side has closed the connection without a word of TLS.
 */
final class ConnectionSocket extends Socket {

    private final Connection connection;
    private final InputStream input;
    private boolean endSeen;
    private boolean closed;

    ConnectionSocket(Connection connection) throws IOException {
        super((SocketImpl) null);
        this.connection = connection;
        this.input = new NotingEnd(connection.input());
    }

    private final class NotingEnd extends FilterInputStream {

        NotingEnd(InputStream input) {
            super(input);
        }

        @Override
        public int read() throws IOException {
            return noted(in.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return noted(in.read(bytes, offset, length));
        }

        private int noted(int result) {
            endSeen |= result < 0;
            return result;
        }
    }

    /** Whether the connection has ended, and TLS was still waiting for more. */
    boolean isEndSeen() {
        return endSeen;
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return connection.output();
    }

    @Override
    public InetAddress getInetAddress() {
        try {
            return InetAddress.getByAddress(connection.target().address().bytes());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    @Override
    public int getPort() {
        return connection.target().port();
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** The deadline of the connection holds in any case. */
    @Override
    public void setSoTimeout(int timeout) {}

    @Override
    public int getSoTimeout() {
        return 0;
    }

    /** TLS ends the half that has ended by itself; the whole is closed soon after. */
    @Override
    public void shutdownInput() {}

    @Override
    public void shutdownOutput() {}

    @Override
    public void close() {
        closed = true;
        connection.close();
    }
}

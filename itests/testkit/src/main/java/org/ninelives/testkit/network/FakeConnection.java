package org.ninelives.testkit.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;

/** The client's end of two pipes. */
final class FakeConnection implements Connection {

    private final ConnectTarget target;
    private final FakePipe fromServer;
    private final FakePipe toServer;
    private final Runnable whenClosed;
    private long deadlineNanos;
    private boolean closed;

    FakeConnection(
            ConnectTarget target,
            FakePipe fromServer,
            FakePipe toServer,
            long deadlineNanos,
            Runnable whenClosed) {
        this.target = target;
        this.fromServer = fromServer;
        this.toServer = toServer;
        this.deadlineNanos = deadlineNanos;
        this.whenClosed = whenClosed;
    }

    @Override
    public ConnectTarget target() {
        return target;
    }

    @Override
    public void setDeadline(long nanos) {
        deadlineNanos = nanos;
    }

    private void checkOpen() throws SocketException {
        if (closed) {
            throw new SocketException("connection to " + target + " is closed");
        }
    }

    @Override
    public InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                checkOpen();
                return fromServer.read(into, offset, length, deadlineNanos);
            }

            @Override
            public void close() {
                FakeConnection.this.close();
            }
        };
    }

    @Override
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                checkOpen();
                toServer.write(bytes, offset, length);
            }

            @Override
            public void close() {
                FakeConnection.this.close();
            }
        };
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            toServer.end();
            fromServer.reset();
            whenClosed.run();
        }
    }
}

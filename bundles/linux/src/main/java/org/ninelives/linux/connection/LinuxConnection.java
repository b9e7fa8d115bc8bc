package org.ninelives.linux.connection;

import static org.ninelives.linux.libc.Constants.SOCK_STREAM;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;

/** A TCP connection, tcp(7). */
final class LinuxConnection implements Connection {

    private final KernelSocket socket;
    private long deadlineNanos;

    private LinuxConnection(KernelSocket socket, long deadlineNanos) {
        this.socket = socket;
        this.deadlineNanos = deadlineNanos;
    }

    static LinuxConnection open(Network network, ConnectTarget target, long deadlineNanos)
            throws IOException {
        KernelSocket socket = KernelSocket.open(network, target, SOCK_STREAM, 0, deadlineNanos);
        try {
            socket.connect(deadlineNanos);
            return new LinuxConnection(socket, deadlineNanos);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public ConnectTarget target() {
        return socket.target();
    }

    @Override
    public void setDeadline(long nanos) {
        deadlineNanos = nanos;
    }

    @Override
    public InputStream input() {
        return new Input();
    }

    @Override
    public OutputStream output() {
        return new Output();
    }

    @Override
    public void close() {
        socket.close();
    }

    private final class Input extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            ByteBuffer room = ByteBuffer.wrap(into, offset, length);
            if (length == 0) {
                return 0;
            }
            int received = socket.receive(room, 0, deadlineNanos, Refusals::transfer);
            return received == 0 ? -1 : received;
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    private final class Output extends OutputStream {

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
            while (left.hasRemaining()) {
                socket.send(left, deadlineNanos, Refusals::transfer);
            }
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}

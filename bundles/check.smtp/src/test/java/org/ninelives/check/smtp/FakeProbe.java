package org.ninelives.check.smtp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.Probe;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.api.system.DatagramConnection;

/**
 * A probe whose TCP server says what a test has told it to, in pieces, and then closes the
 * connection or fails.
 */
final class FakeProbe implements Probe {

    private final Deque<byte[]> pieces = new ArrayDeque<>();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final List<String> story = new ArrayList<>();
    private Optional<IOException> connectFailure = Optional.empty();
    private Optional<IOException> readFailure = Optional.empty();
    private Optional<IOException> writeFailure = Optional.empty();
    private int open;

    /** The server says this next; each call is a packet of its own. */
    FakeProbe says(String octets) {
        pieces.add(octets.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Nobody can connect. */
    FakeProbe refuses(IOException failure) {
        connectFailure = Optional.of(failure);
        return this;
    }

    /** After all that the server says, reading fails, instead of an end. */
    FakeProbe thenFails(IOException failure) {
        readFailure = Optional.of(failure);
        return this;
    }

    /** The server takes nothing. */
    FakeProbe takesNothing(IOException failure) {
        writeFailure = Optional.of(failure);
        return this;
    }

    /** All that was sent to the server. */
    String sent() {
        return sent.toString(StandardCharsets.ISO_8859_1);
    }

    /** What was told to those who watch. */
    List<String> story() {
        return List.copyOf(story);
    }

    /** How many connections are open. */
    int open() {
        return open;
    }

    @Override
    public ConnectTarget target() {
        return ConnectTarget.of(IpAddress.of("192.0.2.10"), 25);
    }

    @Override
    public long deadlineNanos() {
        return Long.MAX_VALUE;
    }

    @Override
    public Connection connect() throws IOException {
        if (connectFailure.isPresent()) {
            throw connectFailure.get();
        }
        open++;
        return new FakeConnection();
    }

    @Override
    public DatagramConnection openDatagrams() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void echo(int payloadBytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void tell(String step) {
        story.add(step);
    }

    private final class FakeConnection implements Connection {

        @Override
        public ConnectTarget target() {
            return FakeProbe.this.target();
        }

        @Override
        public void setDeadline(long deadlineNanos) {}

        @Override
        public InputStream input() {
            return new Pieces();
        }

        @Override
        public OutputStream output() {
            return new OutputStream() {
                @Override
                public void write(int octet) throws IOException {
                    if (writeFailure.isPresent()) {
                        throw writeFailure.get();
                    }
                    sent.write(octet);
                }
            };
        }

        @Override
        public void close() {
            open--;
        }
    }

    /** Reads never reach from one piece into the next, as with packets. */
    private final class Pieces extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] octet = new byte[1];
            return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            byte[] piece = pieces.poll();
            if (piece == null) {
                if (readFailure.isPresent()) {
                    throw readFailure.get();
                }
                return -1;
            }
            int count = Math.min(length, piece.length);
            System.arraycopy(piece, 0, buffer, offset, count);
            if (count < piece.length) {
                pieces.addFirst(Arrays.copyOfRange(piece, count, piece.length));
            }
            return count;
        }
    }
}

package org.ninelives.dbus.bus;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.ninelives.dbus.wire.MalformedException;
import org.ninelives.dbus.wire.Message;

/** A socket to a bus, past the greeting. Any thread sends, one receives. */
final class BusSocket implements AutoCloseable {

    private static final int LINE_MAX = 512;

    private final SocketChannel channel;
    private final AtomicInteger serials = new AtomicInteger();

    private BusSocket(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * Connects to the first of the addresses that answers, as who this process is.
     *
     * @param addresses {@code unix:path=…}, several with semicolons between
     */
    static BusSocket open(String addresses) throws IOException {
        IOException failure = new IOException(addresses + " names no socket (unix:path=...)");
        for (String address : addresses.split(";", -1)) {
            for (String part : address.substring(address.indexOf(':') + 1).split(",", -1)) {
                if (address.startsWith("unix:") && part.startsWith("path=")) {
                    try {
                        return connect(part.substring("path=".length()));
                    } catch (IOException e) {
                        failure = e;
                    }
                }
            }
        }
        throw failure;
    }

    private static BusSocket connect(String path) throws IOException {
        SocketChannel channel;
        try {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(path + ": " + e.getMessage(), e);
        }
        BusSocket socket = new BusSocket(channel);
        try {
            socket.greet();
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The kernel tells the bus who we are; we need not. */
    private void greet() throws IOException {
        write("\0AUTH EXTERNAL\r\n".getBytes(StandardCharsets.US_ASCII));
        expect("DATA");
        write("DATA\r\n".getBytes(StandardCharsets.US_ASCII));
        expect("OK");
        write("BEGIN\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void expect(String word) throws IOException {
        StringBuilder line = new StringBuilder();
        while (!line.toString().endsWith("\r\n")) {
            if (line.length() > LINE_MAX) {
                throw new IOException("what answers is no bus");
            }
            line.append((char) read(1)[0]);
        }
        if (!line.toString().startsWith(word)) {
            throw new IOException("the bus does not take us: " + line.toString().strip());
        }
    }

    int nextSerial() {
        return serials.incrementAndGet();
    }

    void send(Message message) throws IOException {
        send(message, nextSerial());
    }

    void send(Message message, int serial) throws IOException {
        write(message.encoded(serial));
    }

    private synchronized void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Waits for the next message. */
    Message receive() throws IOException {
        try {
            byte[] fixed = read(Message.FIXED_BYTES);
            byte[] rest = read(Message.bytesAfter(fixed));
            byte[] whole = Arrays.copyOf(fixed, fixed.length + rest.length);
            System.arraycopy(rest, 0, whole, fixed.length, rest.length);
            return Message.decoded(whole);
        } catch (MalformedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private byte[] read(int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the bus has ended");
            }
        }
        return buffer.array();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // There is nothing left to do about it.
        }
    }
}

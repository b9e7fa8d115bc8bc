package org.ninelives.demo.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The client: sends a numbered datagram to the shared address at a fixed rate and keeps account of
 * the answers. It accepts answers from the shared address alone.
 */
public final class Probe implements AutoCloseable {

    private static final int DATAGRAM_BYTES_MAX = 64; // see Responder

    private final long periodNanos;
    private final DatagramChannel channel;
    private final ProbeAccount account = new ProbeAccount();

    /** Starts to send at once and goes on until closed. */
    public Probe(Host host, InetSocketAddress service, Duration period) {
        this.periodNanos = period.toNanos();
        this.channel = host.namespace().call(() -> DatagramChannel.open().connect(service));
        Thread.ofPlatform().daemon().name("probe send").start(this::send);
        Thread.ofPlatform().daemon().name("probe receive").start(this::receive);
    }

    public ProbeAccount account() {
        return account;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void send() {
        ByteBuffer datagram = ByteBuffer.allocateDirect(Long.BYTES);
        long due = System.nanoTime();
        for (long number = 0; channel.isOpen(); number++) {
            account.sent();
            try {
                channel.write(datagram.clear().putLong(number).flip());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                // No way to the address at this moment: counted as sent, and lost.
            }
            due += periodNanos;
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    private void receive() {
        ByteBuffer datagram = ByteBuffer.allocateDirect(DATAGRAM_BYTES_MAX);
        while (channel.isOpen()) {
            try {
                channel.read(datagram.clear());
                long now = System.nanoTime();
                datagram.flip().position(Long.BYTES);
                account.answered(now, StandardCharsets.UTF_8.decode(datagram).toString());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                // The network reports an earlier probe as undeliverable: that one is lost.
            }
        }
    }
}

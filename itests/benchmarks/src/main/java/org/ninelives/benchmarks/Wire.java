package org.ninelives.benchmarks;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ninelives.demo.lab.Cleanup;
import org.ninelives.demo.lab.Lan;

/** All adverts on the bridge, with the kernel's time stamps, as tcpdump writes them. */
final class Wire {

    private static final int FILE_HEADER_BYTES = 24; // pcap-savefile(5)
    private static final int RECORD_HEADER_BYTES = 16;
    private static final int NANOSECOND_MAGIC = 0xa1b23c4d;
    private static final int ADVERTS_KEPT = 10_000; // a round has far fewer

    private final Deque<Advert> adverts = new ArrayDeque<>();

    /** Captures from now until the end. */
    Wire(Lan lan, Cleanup cleanup) throws IOException {
        Process tcpdump =
                new ProcessBuilder(
                                lan.bridge()
                                        .inside(
                                                List.of(
                                                        "tcpdump",
                                                        "--interface=br0",
                                                        "--immediate-mode",
                                                        "--packet-buffered",
                                                        "--time-stamp-precision=nano",
                                                        "--relinquish-privileges=root",
                                                        "-s128",
                                                        "-w-",
                                                        "ip proto 112")))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        cleanup.add(tcpdump::destroyForcibly);
        DataInputStream input =
                new DataInputStream(new BufferedInputStream(tcpdump.getInputStream()));
        ByteBuffer header = read(input, FILE_HEADER_BYTES); // written when the capture is on
        if (header.getInt(0) != NANOSECOND_MAGIC) {
            throw new IOException(
                    "tcpdump does not write nanoseconds in this machine's byte order");
        }
        Thread.ofPlatform().daemon().name("wire").start(() -> readAll(input));
    }

    /** The time now by the clock of the time stamps: nanoseconds since 1970 UTC. */
    static long nowNanos() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    /** Forgets what has been seen. */
    synchronized void clear() {
        adverts.clear();
    }

    /** How many adverts since {@link #clear} this holds for. */
    synchronized int count(Predicate<Advert> condition) {
        return (int) adverts.stream().filter(condition).count();
    }

    /** The latest advert for which this holds. */
    synchronized Optional<Advert> last(Predicate<Advert> condition) {
        return adverts.reversed().stream().filter(condition).findFirst();
    }

    /**
     * The earliest advert since {@link #clear} for which this holds; waits for it.
     *
     * @throws NotSeenException if there is none in time
     */
    synchronized Advert awaitFirst(Predicate<Advert> condition, Duration timeout)
            throws InterruptedException, NotSeenException {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<Advert> first = adverts.stream().filter(condition).findFirst();
            if (first.isPresent()) {
                return first.get();
            }
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                throw new NotSeenException("no such advert within " + timeout);
            }
            wait(millis);
        }
    }

    private void readAll(DataInputStream input) {
        try {
            while (true) {
                ByteBuffer header = read(input, RECORD_HEADER_BYTES);
                long nanos =
                        Integer.toUnsignedLong(header.getInt(0)) * 1_000_000_000L
                                + header.getInt(4);
                byte[] frame = read(input, header.getInt(8)).array();
                Advert.of(nanos, frame).ifPresent(this::seen);
            }
        } catch (EOFException e) {
            // tcpdump was ended by the cleanup
        } catch (IOException e) {
            System.err.println("wire: " + e.getMessage());
        }
    }

    private synchronized void seen(Advert advert) {
        if (adverts.size() == ADVERTS_KEPT) {
            adverts.removeFirst();
        }
        adverts.addLast(advert);
        notifyAll();
    }

    private static ByteBuffer read(DataInputStream input, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        input.readFully(content);
        return ByteBuffer.wrap(content).order(ByteOrder.nativeOrder());
    }
}

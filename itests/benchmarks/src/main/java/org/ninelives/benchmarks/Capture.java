package org.ninelives.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ninelives.demo.lab.Cleanup;
import org.ninelives.demo.lab.NetworkNamespace;

/**
 * The packets of some kinds on all interfaces of a node, with the kernel's time stamps. tcpdump
 * writes them to a file, so that nothing but tcpdump runs for each; what is in the file is looked
 * at now and then.
 */
final class Capture implements AutoCloseable {

    private static final int FILE_HEADER_BYTES = 24; // pcap-savefile(5)
    private static final int RECORD_HEADER_BYTES = 16;
    private static final int NANOSECOND_MAGIC = 0xa1b23c4d;
    private static final int BUFFER_KILOBYTES = 64 * 1024; // a second of a million packets

    /** How long the kernel keeps packets before it hands them to tcpdump. */
    private static final Duration HELD_BACK = Duration.ofMillis(1_100);

    private static final Pattern DROPPED = Pattern.compile("(\\d+) packets? dropped by kernel");

    private final Process tcpdump;
    private final BufferedReader words;
    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 20).order(ByteOrder.nativeOrder());
    private boolean headerSeen;
    private long dropped = -1;

    /** Captures every advert and every ARP packet from now until {@link #end}. */
    static Capture ofAdverts(NetworkNamespace node, Path file, Cleanup cleanup) throws IOException {
        return new Capture(node, file, List.of("ip proto 112 or arp"), cleanup);
    }

    /**
     * Captures the first packet of each TCP connection from now until {@link #end}. They may be
     * few, so each is written at once.
     */
    static Capture ofConnections(NetworkNamespace node, Path file, Cleanup cleanup)
            throws IOException {
        return new Capture(
                node,
                file,
                List.of("--packet-buffered", "tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn"),
                cleanup);
    }

    private Capture(NetworkNamespace node, Path file, List<String> which, Cleanup cleanup)
            throws IOException {
        this.file = file;
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "tcpdump",
                                "--interface=any",
                                "--linktype=LINUX_SLL2",
                                "--time-stamp-precision=nano",
                                "--relinquish-privileges=root",
                                "--buffer-size=" + BUFFER_KILOBYTES,
                                "-s64",
                                "-w" + file));
        command.addAll(which);
        tcpdump = new ProcessBuilder(node.inside(command)).start();
        cleanup.add(tcpdump::destroyForcibly);
        words = tcpdump.errorReader();
        String line;
        do {
            line = words.readLine();
        } while (line != null && !line.contains("listening on"));
        if (line == null) {
            throw new IOException("tcpdump does not run");
        }
        channel = FileChannel.open(file);
    }

    /** Shows what has come into the file since the last look. */
    void look(Sight sight) throws IOException {
        while (channel.read(bytes) > 0) {
            bytes.flip();
            if (!headerSeen && bytes.remaining() >= FILE_HEADER_BYTES) {
                takeHeader();
            }
            while (headerSeen && hasRecord()) {
                long nanos =
                        Integer.toUnsignedLong(bytes.getInt()) * 1_000_000_000L + bytes.getInt();
                int length = bytes.getInt();
                bytes.getInt(); // length on the wire
                int end = bytes.position() + length;
                Cooked.show(nanos, bytes, end, sight);
                bytes.position(end);
            }
            bytes.compact();
        }
    }

    /** Shows what has been on the wire until now. */
    void lookAtAll(Sight sight) throws IOException, InterruptedException {
        Thread.sleep(HELD_BACK);
        look(sight);
    }

    private void takeHeader() throws IOException {
        if (bytes.getInt(0) != NANOSECOND_MAGIC) {
            throw new IOException(
                    "tcpdump does not write nanoseconds in this machine's byte order");
        }
        bytes.position(FILE_HEADER_BYTES);
        headerSeen = true;
    }

    private boolean hasRecord() {
        return bytes.remaining() >= RECORD_HEADER_BYTES
                && bytes.remaining()
                        >= RECORD_HEADER_BYTES + bytes.getInt(bytes.position() + 2 * Integer.BYTES);
    }

    /** Ends the capture; what it has caught can still be looked at. */
    void end() throws IOException, InterruptedException {
        tcpdump.toHandle().destroy(); // leaves its words to be read
        for (String line = words.readLine(); line != null; line = words.readLine()) {
            Matcher told = DROPPED.matcher(line);
            if (told.find()) {
                dropped = Long.parseLong(told.group(1));
            }
        }
        tcpdump.waitFor();
    }

    /** How many packets the capture missed. */
    long dropped() throws IOException {
        if (dropped < 0) {
            throw new IOException("tcpdump did not tell what it dropped");
        }
        return dropped;
    }

    @Override
    public void close() throws IOException {
        tcpdump.destroyForcibly();
        channel.close();
        Files.deleteIfExists(file);
    }
}

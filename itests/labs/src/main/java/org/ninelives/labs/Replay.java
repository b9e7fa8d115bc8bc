package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Frames that a node sent, whatever they were.
 *
 * @param packets how many the kernel took
 * @param seconds how long that took
 */
public record Replay(long packets, double seconds) {
    private static final Pattern ACTUAL =
            Pattern.compile("Actual: (\\d+) packets .* sent in ([\\d.]+) seconds");
    private static final Pattern FAILED = Pattern.compile("Failed packets: +([1-9]\\d*)");

    /**
     * Sends frames from a node's interface.
     *
     * @param frames to be read once
     * @param packetsPerSecond the pace to keep
     * @throws IllegalStateException when the kernel refuses a frame
     */
    static Replay from(Node node, Iterable<byte[]> frames, int packetsPerSecond) {
        Path file = node.folder().resolve("frames.pcap");
        try (PcapWriter out = new PcapWriter(file)) {
            for (byte[] frame : frames) {
                out.write(frame);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String output =
                Command.run(
                        node.inside(
                                List.of(
                                        "tcpreplay",
                                        "--intf1=eth0",
                                        "--preload-pcap",
                                        "--timer=gtod",
                                        "--pps=" + packetsPerSecond,
                                        file.toString())));
        Matcher actual = ACTUAL.matcher(output);
        if (!actual.find() || FAILED.matcher(output).find()) {
            throw new IllegalStateException("tcpreplay did not send everything: " + output);
        }
        return new Replay(Long.parseLong(actual.group(1)), Double.parseDouble(actual.group(2)));
    }

    @Override
    public String toString() {
        return "%d packets in %.1f s, %d a second"
                .formatted(packets, seconds, Math.round(packets / seconds));
    }
}

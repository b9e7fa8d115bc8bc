package org.ninelives.labs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads capture files of libpcap (its {@code pcap-savefile(5)}) with times in microseconds. A file
 * that is still being written may end within a record; what is whole is given.
 */
final class PcapReader {
    private static final int MAGIC_MICROSECONDS = 0xa1b2c3d4;
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;

    private PcapReader() {}

    static List<Frame> read(byte[] file) {
        List<Frame> frames = new ArrayList<>();
        if (file.length < FILE_HEADER) {
            return frames;
        }
        // tcpdump writes in the byte order of its machine, which is this machine.
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.nativeOrder());
        if (in.getInt() != MAGIC_MICROSECONDS) {
            throw new IllegalArgumentException("not a capture of this machine in microseconds");
        }
        in.position(FILE_HEADER);
        while (in.remaining() >= RECORD_HEADER) {
            long seconds = Integer.toUnsignedLong(in.getInt());
            long micros = in.getInt();
            int length = in.getInt();
            in.getInt(); // the length before a cut; our captures do not cut
            if (in.remaining() < length) {
                break;
            }
            byte[] bytes = new byte[length];
            in.get(bytes);
            frames.add(new Frame(Instant.ofEpochSecond(seconds, micros * 1_000), bytes));
        }
        return frames;
    }
}

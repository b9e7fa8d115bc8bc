package org.ninelives.labs;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes Ethernet frames to a capture file of libpcap (its {@code pcap-savefile(5)}). */
final class PcapWriter implements AutoCloseable {
    private static final int MAGIC_MICROSECONDS = 0xa1b2c3d4;
    private static final int VERSION = 2 << 16 | 4;
    private static final int LENGTH_MAX = 65_535;
    private static final int ETHERNET = 1;

    private final DataOutputStream out;

    PcapWriter(Path file) throws IOException {
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        out.writeInt(MAGIC_MICROSECONDS);
        out.writeInt(VERSION);
        out.writeLong(0); // time zone and accuracy, which nobody uses
        out.writeInt(LENGTH_MAX);
        out.writeInt(ETHERNET);
    }

    void write(byte[] frame) throws IOException {
        out.writeLong(0); // whoever replays the file decides about the time
        out.writeInt(frame.length);
        out.writeInt(frame.length);
        out.write(frame);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

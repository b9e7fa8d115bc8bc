package org.ninelives.snmp.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;

/** Packets as datagrams. */
record DatagramLink(DatagramChannel channel) implements Link {

    private static final int DATAGRAM_BYTES_MAX = 65_535;

    @Override
    public byte[] receive() throws IOException {
        ByteBuffer datagram = ByteBuffer.allocate(DATAGRAM_BYTES_MAX);
        channel.read(datagram);
        return Arrays.copyOf(datagram.array(), datagram.position());
    }

    @Override
    public void send(byte[] packet) throws IOException {
        channel.write(ByteBuffer.wrap(packet));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

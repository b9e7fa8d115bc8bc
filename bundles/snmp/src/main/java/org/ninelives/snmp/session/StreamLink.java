package org.ninelives.snmp.session;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.ninelives.snmp.wire.DamagedPacketException;
import org.ninelives.snmp.wire.PacketDecoder;

/** Packets one after another in a stream, whose headers say how long they are. */
record StreamLink(SocketChannel channel) implements Link {

    @Override
    public byte[] receive() throws IOException, DamagedPacketException {
        byte[] header = new byte[PacketDecoder.HEADER_BYTES];
        fill(header, 0);
        byte[] packet = Arrays.copyOf(header, header.length + PacketDecoder.payloadLength(header));
        fill(packet, header.length);
        return packet;
    }

    private void fill(byte[] bytes, int from) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
        while (rest.hasRemaining()) {
            if (channel.read(rest) < 0) {
                throw new EOFException("the agent closed the connection");
            }
        }
    }

    @Override
    public void send(byte[] packet) throws IOException {
        synchronized (channel) {
            ByteBuffer rest = ByteBuffer.wrap(packet);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package org.ninelives.checkers;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.util.Arrays;

/** Lets somebody answer datagrams, in a thread of its own for each. */
final class DatagramServer implements Closeable {

    private static final int DATAGRAM_BYTES_MAX = 65_507;

    private final DatagramSocket socket;

    /** Somebody's answer to one datagram. */
    @FunctionalInterface
    interface Talk {
        void answer(byte[] heard, Replies replies) throws IOException, InterruptedException;
    }

    /** The way back to whom has asked; fails once the server is closed. */
    @FunctionalInterface
    interface Replies {
        void say(byte[] datagram) throws IOException;
    }

    private DatagramServer(DatagramSocket socket) {
        this.socket = socket;
    }

    /** At this socket, which it closes in the end. */
    static DatagramServer start(DatagramSocket socket, Talk talk) {
        DatagramServer server = new DatagramServer(socket);
        Thread.ofVirtual().start(() -> server.hear(talk));
        return server;
    }

    private void hear(Talk talk) {
        while (!socket.isClosed()) {
            DatagramPacket packet =
                    new DatagramPacket(new byte[DATAGRAM_BYTES_MAX], DATAGRAM_BYTES_MAX);
            try {
                socket.receive(packet);
            } catch (IOException e) {
                return; // Closed.
            }
            Thread.ofVirtual().start(() -> answer(talk, packet));
        }
    }

    private void answer(Talk talk, DatagramPacket packet) {
        byte[] heard = Arrays.copyOf(packet.getData(), packet.getLength());
        try {
            talk.answer(
                    heard,
                    said ->
                            socket.send(
                                    new DatagramPacket(
                                            said, said.length, packet.getSocketAddress())));
        } catch (IOException | InterruptedException e) {
            return; // The client or the server has gone.
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}

package org.ninelives.demo.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;

/**
 * The service on a node: answers each datagram to the shared address with its content and the name
 * of the host.
 */
public final class Responder implements AutoCloseable {

    private static final int DATAGRAM_BYTES_MAX = 64; // a probe has 8, a name at most 12

    private final DatagramChannel channel;

    /** Listens until closed; it does not matter whether the host owns the address already. */
    public Responder(Host host, InetSocketAddress service) {
        channel = host.namespace().call(() -> DatagramChannel.open().bind(service));
        byte[] name = host.name().getBytes(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("responder " + host.name()).start(() -> answer(name));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void answer(byte[] name) {
        ByteBuffer datagram = ByteBuffer.allocateDirect(DATAGRAM_BYTES_MAX);
        while (channel.isOpen()) {
            try {
                SocketAddress client = channel.receive(datagram.clear());
                channel.send(datagram.put(name).flip(), client);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                // While the address moves there may be no way to the client: the probe is lost.
            }
        }
    }
}

package org.ninelives.api.system;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ProviderType;

/** A UDP socket with one peer, so that it hears of ICMP errors. For one virtual thread. */
@ProviderType
public interface DatagramConnection extends AutoCloseable {

    /**
     * Sends one datagram.
     *
     * @throws java.net.PortUnreachableException if the peer has refused an earlier one
     */
    void send(ByteBuffer payload) throws IOException;

    /**
     * Waits for one datagram. What does not fit into the buffer is cut off.
     *
     * @param deadlineNanos on the scale of {@link System#nanoTime}
     * @return its whole length in bytes, however much of it fitted
     * @throws java.net.SocketTimeoutException if none has come
     * @throws java.net.PortUnreachableException if the peer refuses
     */
    int receive(ByteBuffer into, long deadlineNanos) throws IOException;

    @Override
    void close();
}

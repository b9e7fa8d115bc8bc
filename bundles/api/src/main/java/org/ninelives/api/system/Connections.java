package org.ninelives.api.system;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Opens connections of one network namespace for virtual threads: whoever waits holds no thread of
 * the machine. Safe for use by several threads.
 */
@ProviderType
public interface Connections extends AutoCloseable {

    /**
     * Connects by TCP.
     *
     * @param deadlineNanos when to give up, on the scale of {@link System#nanoTime}
     * @throws java.net.SocketTimeoutException if the time is over
     * @throws java.net.ConnectException if it is refused or there is no way; the message says why
     */
    Connection connect(ConnectTarget target, long deadlineNanos) throws IOException;

    /** Opens a UDP socket with this peer. */
    DatagramConnection openDatagrams(ConnectTarget target) throws IOException;

    /**
     * Asks for an echo by ICMP (RFC 792, RFC 4443 section 4) and waits for it; the port of the
     * target means nothing.
     *
     * @param payloadBytes how much is sent and has to come back
     * @throws java.net.SocketTimeoutException if the time is over
     */
    void echo(ConnectTarget target, int payloadBytes, long deadlineNanos) throws IOException;

    @Override
    void close();
}

package org.ninelives.api.system;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.IpAddress;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** A socket for short UDP packets that cannot wait. Loop thread only. */
@ProviderType
public interface UdpSocket extends AutoCloseable {

    /**
     * What the socket is for.
     *
     * @param family of the packets
     * @param local the address it is bound to, which need not be on the machine yet; any when empty
     * @param ports of these one that is free is taken
     * @param hopLimit TTL or hop limit of what it sends, 1..255
     * @param receiveBufferBytes SO_RCVBUF; the kernel's default when empty
     */
    record Options(
            IpAddress.Family family,
            Optional<IpAddress> local,
            PortRange ports,
            int hopLimit,
            OptionalInt receiveBufferBytes) {

        public Options {
            Unsigned.check("hop limit", hopLimit, 1, 255);
        }
    }

    /** Hears packets, on the loop's thread. */
    @ConsumerType
    interface Receiver {

        /**
         * A packet has come.
         *
         * @param nowNanos the time of this turn
         */
        void received(long nowNanos, Datagram datagram);

        /** A packet could not be sent: there is no route, the local address is not there. */
        void sendFailed(IpAddress destination, SystemException cause);
    }

    /** The port it has taken. */
    int port();

    /**
     * Queues a packet; all packets queued in a turn leave before the turn ends. Allocates nothing.
     *
     * @param payload from position to limit, at most 512 bytes; copied, so the caller may use the
     *     buffer again
     */
    void send(ByteBuffer payload, IpAddress destination, int port);

    /**
     * Hands over all that has come until now. A loop that was held up has read in this turn what
     * had come before; whoever would conclude anything from silence calls this first. Not for
     * receivers.
     *
     * @param nowNanos the time of this turn
     */
    void catchUp(long nowNanos);

    @Override
    void close();
}

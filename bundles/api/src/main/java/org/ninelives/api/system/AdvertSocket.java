package org.ninelives.api.system;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.IpAddress;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/** A raw socket for IP protocol 112 (VRRP). Loop thread only. */
@ProviderType
public interface AdvertSocket extends AutoCloseable {

    /** The protocol number of VRRP, RFC 9568 section 5.1.1.4. */
    int PROTOCOL = 112;

    /**
     * What the socket is for.
     *
     * @param family of the packets
     * @param link the interface it is bound to, so that only packets of that interface are heard
     *     and they leave there; all when empty
     * @param group the multicast group to join there; nothing is joined when empty, and multicast
     *     is not looped back
     * @param receiveBufferBytes SO_RCVBUF; the kernel's default when empty
     */
    record Options(
            IpAddress.Family family,
            Optional<Link> link,
            Optional<IpAddress> group,
            OptionalInt receiveBufferBytes) {}

    /** Hears packets, on the loop's thread. */
    @ConsumerType
    interface Receiver {

        /**
         * A packet has come.
         *
         * @param nowNanos the time of this turn
         * @param packet the packet from position 0 to its limit, IPv4 header included; belongs to
         *     the socket and is used again
         * @param truncated the packet was longer than any VRRP packet can be and its end is lost
         */
        void received(long nowNanos, ByteBuffer packet, boolean truncated);

        /** A packet could not be sent: the interface is down, a firewall forbids it. */
        void sendFailed(IpAddress destination, SystemException cause);
    }

    /**
     * Queues a packet; all packets queued in a turn leave together, in order, before the turn ends
     * and before any later call to another port takes effect. Allocates nothing.
     *
     * @param packet from position to limit, IPv4 header included; copied, so the caller may use the
     *     buffer again
     */
    void send(ByteBuffer packet, IpAddress destination);

    @Override
    void close();
}

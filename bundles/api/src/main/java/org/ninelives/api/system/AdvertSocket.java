package org.ninelives.api.system;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.IpAddress;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A raw socket for IP protocol 112 (VRRP), or for protocol 51 where an authentication header stands
 * in front. Loop thread only.
 */
@ProviderType
public interface AdvertSocket extends AutoCloseable {

    /** The protocol number of VRRP, RFC 9568 section 5.1.1.4. */
    int PROTOCOL = 112;

    /** The protocol number of the authentication header, RFC 4302 section 2. */
    int AUTHENTICATION_HEADER_PROTOCOL = 51;

    /**
     * What the socket is for. A virtual router that hears on one interface and sends on another
     * opens two sockets, of which the second is {@link #sendOnly}.
     *
     * @param family of the packets
     * @param link the interface it is bound to, so that only packets of that interface are heard
     *     and they leave there; all when empty
     * @param group the multicast group to join there; nothing is joined when empty, and multicast
     *     is not looped back
     * @param receiveBufferBytes SO_RCVBUF; the kernel's default when empty
     * @param authenticationHeader hear packets whose authentication header is followed by VRRP,
     *     instead of packets that are VRRP at once
     * @param sendOnly hear nothing
     */
    record Options(
            IpAddress.Family family,
            Optional<Link> link,
            Optional<IpAddress> group,
            OptionalInt receiveBufferBytes,
            boolean authenticationHeader,
            boolean sendOnly) {

        /** A socket that hears and sends VRRP without an authentication header. */
        public Options(
                IpAddress.Family family,
                Optional<Link> link,
                Optional<IpAddress> group,
                OptionalInt receiveBufferBytes) {
            this(family, link, group, receiveBufferBytes, false, false);
        }

        /** The same for packets with an authentication header. */
        public Options withAuthenticationHeader() {
            return new Options(family, link, group, receiveBufferBytes, true, sendOnly);
        }

        /** The same, but deaf: no group, no buffer, no packets heard. */
        public Options forSendingOnly() {
            return new Options(
                    family,
                    link,
                    Optional.empty(),
                    OptionalInt.empty(),
                    authenticationHeader,
                    true);
        }
    }

    /** Hears packets, on the loop's thread. */
    @ConsumerType
    interface Receiver {

        /**
         * A packet has come.
         *
         * @param nowNanos the time of this turn
         * @param packet the packet from position 0 to its limit, IP header included; belongs to the
         *     socket and is used again. The kernel hands over no IPv6 header, so that one is put
         *     together again without extension headers and flow label
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
     * @param packet from position to limit, IP header and every checksum included (the kernel
     *     computes that of an IPv4 header alone); copied, so the caller may use the buffer again
     */
    void send(ByteBuffer packet, IpAddress destination);

    /**
     * Gives the receive buffer another size; what waits in it stays.
     *
     * @param bytes SO_RCVBUF; the kernel's default when empty
     * @throws SystemException if the kernel refuses
     */
    void setReceiveBuffer(OptionalInt bytes) throws SystemException;

    @Override
    void close();
}

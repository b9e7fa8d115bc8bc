package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;

/**
 * Builds the adverts of one virtual router. The packet is laid out once; each send only changes
 * priority, identification, destination, sums and signature, and allocates nothing. Not
 * thread-safe.
 */
public final class AdvertEncoder {

    private final AdvertFormat format;
    private final IpAddress source;
    private final WireMemory memory;
    private final IpHeader header;
    private final Signer signer;
    private final ByteBuffer packet;
    private final int vrrp;
    private final int messageEnd;

    /** The trailer is part of what is summed over IPv6, where keepalived has the kernel do it. */
    private final int summedEnd;

    private final ChecksumForm configured;
    private final boolean mayBeOld;

    /** The sum of all that no send changes: the message with priority and checksum 0. */
    private final int constantSum;

    private int identification;

    /**
     * Lays out the packet.
     *
     * @param source address it is sent from, of the family of the format
     * @param memory of this virtual router, shared with its validator
     */
    public AdvertEncoder(AdvertFormat format, IpAddress source, WireMemory memory) {
        this.format = format;
        this.source = source;
        this.memory = memory;
        header = IpHeader.of(format.family());
        signer = Signer.of(format, memory);
        boolean ah = format.authentication() instanceof Authentication.IpsecAh;
        int bytes =
                Layout.bytesBesideAddresses(format)
                        + format.family().bytes() * format.addresses().size();
        packet = ByteBuffer.allocate(bytes);
        header.put(
                packet,
                ah ? AhHeader.PROTOCOL : Layout.PROTOCOL_VRRP,
                bytes - header.bytes(),
                format.timeToLive(),
                source);
        if (ah) {
            AhSigner.putHeader(packet, source.ipv4Bits());
        }
        vrrp = packet.position();
        putMessage();
        messageEnd = packet.position();
        packet.clear();
        summedEnd = header == Ipv6Header.INSTANCE ? bytes : messageEnd;
        constantSum = Checksums.add(0, packet, vrrp, messageEnd);
        configured = AdvertChecksum.formToSend(format);
        mayBeOld =
                configured == ChecksumForm.PSEUDO_HEADER
                        && AdvertChecksum.canBeOld(format)
                        && format.oldChecksum() == OldChecksum.AUTOMATIC;
    }

    /**
     * The next packet.
     *
     * @param priority 0..255
     * @param destination multicast group or peer, of the family of the format
     * @param epochMillis the wall clock: milliseconds since 1970 UTC; only {@code auth_hmac} tells
     *     it
     * @return the whole IP packet from position to limit; valid until the next call
     */
    public ByteBuffer encode(int priority, IpAddress destination, long epochMillis) {
        identification = identification + 1 & 0xffff;
        packet.clear();
        header.complete(packet, identification, destination);
        packet.put(vrrp + Layout.PRIORITY, (byte) priority);
        signer.beforeChecksum(packet, epochMillis);
        int sum =
                constantSum
                        + (priority << Byte.SIZE)
                        + AdvertChecksum.pseudoHeaderSum(
                                form(destination), source, destination, summedEnd - vrrp);
        packet.putShort(
                vrrp + Layout.CHECKSUM,
                Checksums.finish(Checksums.add(sum, packet, messageEnd, summedEnd)));
        signer.afterChecksum(packet);
        return packet;
    }

    /** A peer that sums as keepalived did long ago understands nothing else. */
    private ChecksumForm form(IpAddress destination) {
        return mayBeOld && memory.checksumOf(destination) == ChecksumForm.OLD_UNICAST
                ? ChecksumForm.OLD_UNICAST
                : configured;
    }

    private void putMessage() {
        packet.put((byte) (format.version() << 4 | Layout.TYPE_ADVERTISEMENT))
                .put((byte) format.virtualRouterId())
                .put((byte) 0)
                .put((byte) format.addresses().size());
        if (format.version() == 2) {
            packet.put((byte) Layout.authType(format.authentication()))
                    .put((byte) (format.advertIntervalNanos() / AdvertFormat.SECOND_NANOS));
        } else {
            packet.putShort(
                    (short) (format.advertIntervalNanos() / AdvertFormat.CENTISECOND_NANOS));
        }
        packet.putShort((short) 0);
        format.addresses().forEach(address -> packet.put(address.bytes()));
        if (Layout.authDataBytes(format.family(), format.version()) > 0) {
            packet.putLong(
                    format.authentication() instanceof Authentication.SimpleText text
                            ? text.password().bits()
                            : 0);
        }
    }
}

package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;

/**
 * Builds the adverts of one virtual router. The packet is laid out once; each send only changes
 * priority, identification, destination and the sums, and allocates nothing. Not thread-safe.
 */
public final class AdvertEncoder {

    private static final byte VERSION_4_FIVE_WORDS = 0x45;

    /** Precedence "internetwork control", as routing protocols use it. */
    private static final byte TYPE_OF_SERVICE = (byte) 0xc0;

    private static final byte SIMPLE_TEXT_PASSWORD = 1;

    private static final int VRRP = Layout.IP_HEADER;

    private final ByteBuffer packet;
    private final boolean pseudoHeader;

    private int identification;

    /**
     * Lays out the packet.
     *
     * @param source address it is sent from, IPv4
     */
    public AdvertEncoder(AdvertFormat format, IpAddress source) {
        int trailerBytes = format.version() == 2 ? Password.BYTES : 0;
        int messageBytes =
                Layout.VRRP_HEADER + Integer.BYTES * format.addresses().size() + trailerBytes;
        packet = ByteBuffer.allocate(Layout.IP_HEADER + messageBytes);
        pseudoHeader = format.version() == 3 && !format.checksumAsV2();
        putIpHeader(format, source.ipv4Bits());
        putMessage(format);

        packet.putShort(
                Layout.IP_CHECKSUM,
                Checksums.finish(Checksums.add(0, packet, 0, Layout.IP_HEADER)));
        int sum = pseudoHeader ? Checksums.pseudoHeader(source.ipv4Bits(), 0, messageBytes) : 0;
        packet.putShort(
                VRRP + Layout.CHECKSUM,
                Checksums.finish(Checksums.add(sum, packet, VRRP, packet.capacity())));
    }

    /**
     * The next packet.
     *
     * @param priority 0..255
     * @param destination multicast group or peer, IPv4
     * @return the whole IPv4 packet from position to limit; valid until the next call
     */
    public ByteBuffer encode(int priority, IpAddress destination) {
        identification = identification + 1 & 0xffff;
        setDestination(destination.ipv4Bits());
        setIpWord(Layout.IP_ID, identification);
        setPriority(priority);
        return packet.clear();
    }

    private void putIpHeader(AdvertFormat format, int sourceBits) {
        packet.put(VERSION_4_FIVE_WORDS).put(TYPE_OF_SERVICE).putShort((short) packet.capacity());
        packet.putInt(0);
        packet.put((byte) format.timeToLive()).put((byte) Layout.PROTOCOL_VRRP).putShort((short) 0);
        packet.putInt(sourceBits).putInt(0);
    }

    private void putMessage(AdvertFormat format) {
        packet.put((byte) (format.version() << 4 | Layout.TYPE_ADVERTISEMENT))
                .put((byte) format.virtualRouterId())
                .put((byte) 0)
                .put((byte) format.addresses().size());
        if (format.version() == 2) {
            packet.put(format.password().isPresent() ? SIMPLE_TEXT_PASSWORD : 0)
                    .put((byte) (format.advertIntervalNanos() / AdvertFormat.SECOND_NANOS));
        } else {
            packet.putShort(
                    (short) (format.advertIntervalNanos() / AdvertFormat.CENTISECOND_NANOS));
        }
        packet.putShort((short) 0);
        format.addresses().forEach(address -> packet.putInt(address.ipv4Bits()));
        if (format.version() == 2) {
            packet.putLong(format.password().map(Password::bits).orElse(0L));
        }
    }

    private void setDestination(int bits) {
        int before = packet.getInt(Layout.IP_DESTINATION);
        if (bits == before) {
            return;
        }
        packet.putInt(Layout.IP_DESTINATION, bits);
        setIpChecksum(Checksums.replaceBits(ipChecksum(), before, bits));
        if (pseudoHeader) {
            setChecksum(Checksums.replaceBits(checksum(), before, bits));
        }
    }

    private void setIpWord(int at, int word) {
        int before = packet.getShort(at);
        packet.putShort(at, (short) word);
        setIpChecksum(Checksums.replace(ipChecksum(), before, word));
    }

    /** Priority is the high half of the word it shares with the number of addresses. */
    private void setPriority(int priority) {
        int before = packet.getShort(VRRP + Layout.PRIORITY);
        packet.put(VRRP + Layout.PRIORITY, (byte) priority);
        int after = packet.getShort(VRRP + Layout.PRIORITY);
        setChecksum(Checksums.replace(checksum(), before, after));
    }

    private short ipChecksum() {
        return packet.getShort(Layout.IP_CHECKSUM);
    }

    private void setIpChecksum(short checksum) {
        packet.putShort(Layout.IP_CHECKSUM, checksum);
    }

    private short checksum() {
        return packet.getShort(VRRP + Layout.CHECKSUM);
    }

    private void setChecksum(short checksum) {
        packet.putShort(VRRP + Layout.CHECKSUM, checksum);
    }
}

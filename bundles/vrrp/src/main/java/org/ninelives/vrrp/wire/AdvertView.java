package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;

/**
 * A packet seen as an advert. One object is laid over packet after packet, so that reading
 * allocates nothing. What stands behind the VRRP header may be read only of a packet that {@link
 * #hasItsLength}.
 */
final class AdvertView {

    /** Shorter packets are filled up to this by Ethernet. */
    private static final int ETHERNET_PAYLOAD_MIN = 46;

    /** What is looked at before any packet is. */
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private ByteBuffer packet = NOTHING;
    private IpHeader header = Ipv4Header.INSTANCE;
    private int ah;
    private int vrrp;

    /** Looks at a packet; {@code false} if it has no VRRP header. */
    boolean over(ByteBuffer received) {
        packet = received;
        header = PacketPeek.header(received);
        vrrp = PacketPeek.vrrpStart(received);
        ah = vrrp == PacketPeek.NONE ? PacketPeek.NONE : PacketPeek.ahStart(received);
        return vrrp != PacketPeek.NONE;
    }

    ByteBuffer packet() {
        return packet;
    }

    IpHeader header() {
        return header;
    }

    /** Where the packet begins. */
    int start() {
        return packet.position();
    }

    /** Where the VRRP header begins. */
    int vrrp() {
        return vrrp;
    }

    /** Where the authentication header begins. */
    int ah() {
        return ah;
    }

    boolean hasAh() {
        return ah != PacketPeek.NONE;
    }

    int timeToLive() {
        return header.timeToLive(packet);
    }

    IpAddress source() {
        return header.source(packet);
    }

    boolean isFrom(IpAddress address) {
        return address.low() == header.sourceLow(packet)
                && address.high() == header.sourceHigh(packet)
                && address.family() == header.family();
    }

    int version() {
        return (packet.get(vrrp) & 0xff) >>> 4;
    }

    int type() {
        return packet.get(vrrp) & 0xf;
    }

    int virtualRouterId() {
        return packet.get(vrrp + Layout.VRID) & 0xff;
    }

    int priority() {
        return packet.get(vrrp + Layout.PRIORITY) & 0xff;
    }

    int count() {
        return packet.get(vrrp + Layout.COUNT) & 0xff;
    }

    int authType() {
        return packet.get(vrrp + Layout.AUTH_TYPE) & 0xff;
    }

    long intervalNanos() {
        return version() == 2
                ? (packet.get(vrrp + Layout.INTERVAL) & 0xff) * AdvertFormat.SECOND_NANOS
                : (packet.getShort(vrrp + Layout.CENTISECONDS) & 0xfff)
                        * AdvertFormat.CENTISECOND_NANOS;
    }

    /** Whether the packet has the length its version and number of addresses ask for. */
    boolean hasItsLength() {
        int surplus = packet.limit() - messageEnd();
        return surplus == 0
                || surplus == HmacTrailer.BYTES
                || (surplus > 0 && packet.remaining() <= ETHERNET_PAYLOAD_MIN);
    }

    /** Where the authentication data of version 2 over IPv4 begins. */
    int authData() {
        return vrrp + Layout.ADDRESSES + count() * header.family().bytes();
    }

    /** Where the message ends; a trailer may follow. */
    int messageEnd() {
        return authData() + Layout.authDataBytes(header.family(), version());
    }

    boolean hasTrailer() {
        return packet.limit() - messageEnd() == HmacTrailer.BYTES;
    }

    /** Where the advert ends, trailer included, padding not. */
    int end() {
        return hasTrailer() ? packet.limit() : messageEnd();
    }

    /** Whether the length told by the header in front is that of the advert or of all received. */
    boolean isLengthTrue() {
        int told = header.totalBytes(packet);
        return told == end() - start() || told == packet.remaining();
    }

    boolean tells(IpAddress address) {
        int count = count();
        for (int i = 0; i < count; i++) {
            if (isAddressAt(i, address)) {
                return true;
            }
        }
        return false;
    }

    boolean isAddressAt(int index, IpAddress address) {
        int at = vrrp + Layout.ADDRESSES + index * header.family().bytes();
        return header.family() == IpAddress.Family.IPV4
                ? packet.getInt(at) == (int) address.low()
                : packet.getLong(at) == address.high()
                        && packet.getLong(at + Long.BYTES) == address.low();
    }
}

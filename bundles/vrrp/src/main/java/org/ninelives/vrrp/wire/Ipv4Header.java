package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;

/** The header of RFC 791. */
final class Ipv4Header implements IpHeader {

    static final Ipv4Header INSTANCE = new Ipv4Header();

    static final int BYTES = 20;
    static final int TYPE_OF_SERVICE = 1;
    static final int FRAGMENT = 6;
    static final int TTL = 8;
    static final int CHECKSUM = 10;
    static final int SOURCE = 12;

    private static final byte VERSION_4_FIVE_WORDS = 0x45;
    private static final int TOTAL_BYTES = 2;
    private static final int IDENTIFICATION = 4;
    private static final int PROTOCOL = 9;
    private static final int DESTINATION = 16;

    private Ipv4Header() {}

    @Override
    public IpAddress.Family family() {
        return IpAddress.Family.IPV4;
    }

    @Override
    public int bytes() {
        return BYTES;
    }

    @Override
    public boolean isAt(ByteBuffer packet) {
        return packet.remaining() >= BYTES
                && packet.get(packet.position()) >>> 4 == 4
                && bytes(packet) >= BYTES;
    }

    @Override
    public int bytes(ByteBuffer packet) {
        return (packet.get(packet.position()) & 0xf) * Integer.BYTES;
    }

    @Override
    public int protocol(ByteBuffer packet) {
        return packet.get(packet.position() + PROTOCOL) & 0xff;
    }

    @Override
    public int timeToLive(ByteBuffer packet) {
        return packet.get(packet.position() + TTL) & 0xff;
    }

    @Override
    public int totalBytes(ByteBuffer packet) {
        return packet.getShort(packet.position() + TOTAL_BYTES) & 0xffff;
    }

    @Override
    public long sourceHigh(ByteBuffer packet) {
        return 0;
    }

    @Override
    public long sourceLow(ByteBuffer packet) {
        return Integer.toUnsignedLong(packet.getInt(packet.position() + SOURCE));
    }

    @Override
    public IpAddress destination(ByteBuffer packet) {
        return IpAddress.ofIpv4(packet.getInt(packet.position() + DESTINATION));
    }

    @Override
    public boolean isToMulticast(ByteBuffer packet) {
        return (packet.get(packet.position() + DESTINATION) & 0xf0) == 0xe0;
    }

    @Override
    public int addressSum(ByteBuffer packet) {
        int start = packet.position() + SOURCE;
        return Checksums.add(0, packet, start, start + 2 * Integer.BYTES);
    }

    @Override
    public int addressSum(IpAddress address) {
        return Checksums.add(0, address.low());
    }

    @Override
    public void put(
            ByteBuffer packet, int protocol, int payloadBytes, int timeToLive, IpAddress source) {
        packet.put(VERSION_4_FIVE_WORDS).put((byte) INTERNETWORK_CONTROL);
        packet.putShort((short) (BYTES + payloadBytes)).putInt(0);
        packet.put((byte) timeToLive).put((byte) protocol).putShort((short) 0);
        packet.putInt(source.ipv4Bits()).putInt(0);
    }

    @Override
    public void complete(ByteBuffer packet, int identification, IpAddress destination) {
        int start = packet.position();
        packet.putShort(start + IDENTIFICATION, (short) identification);
        packet.putInt(start + DESTINATION, destination.ipv4Bits());
        packet.putShort(start + CHECKSUM, (short) 0);
        packet.putShort(
                start + CHECKSUM, Checksums.finish(Checksums.add(0, packet, start, start + BYTES)));
    }
}

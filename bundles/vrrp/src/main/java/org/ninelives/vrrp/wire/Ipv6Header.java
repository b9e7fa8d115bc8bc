package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import org.ninelives.api.net.IpAddress;

/** The header of RFC 8200 section 3. Extension headers are not stepped over: adverts have none. */
final class Ipv6Header implements IpHeader {

    static final Ipv6Header INSTANCE = new Ipv6Header();

    static final int BYTES = 40;
    static final int PAYLOAD_BYTES = 4;
    static final int NEXT_HEADER = 6;
    static final int HOP_LIMIT = 7;
    static final int SOURCE = 8;
    static final int DESTINATION = 24;

    private static final int ADDRESS_BYTES = 16;

    /** Version 6, then the eight bits of the traffic class, then the flow label, which stays 0. */
    private static final int FIRST_WORD = 6 << 28 | INTERNETWORK_CONTROL << 20;

    private Ipv6Header() {}

    @Override
    public IpAddress.Family family() {
        return IpAddress.Family.IPV6;
    }

    @Override
    public int bytes() {
        return BYTES;
    }

    @Override
    public boolean isAt(ByteBuffer packet) {
        return packet.remaining() >= BYTES && packet.get(packet.position()) >>> 4 == 6;
    }

    @Override
    public int bytes(ByteBuffer packet) {
        return BYTES;
    }

    @Override
    public int protocol(ByteBuffer packet) {
        return packet.get(packet.position() + NEXT_HEADER) & 0xff;
    }

    @Override
    public int timeToLive(ByteBuffer packet) {
        return packet.get(packet.position() + HOP_LIMIT) & 0xff;
    }

    @Override
    public int totalBytes(ByteBuffer packet) {
        return BYTES + (packet.getShort(packet.position() + PAYLOAD_BYTES) & 0xffff);
    }

    @Override
    public long sourceHigh(ByteBuffer packet) {
        return packet.getLong(packet.position() + SOURCE);
    }

    @Override
    public long sourceLow(ByteBuffer packet) {
        return packet.getLong(packet.position() + SOURCE + Long.BYTES);
    }

    @Override
    public IpAddress destination(ByteBuffer packet) {
        int start = packet.position() + DESTINATION;
        return new IpAddress(
                IpAddress.Family.IPV6, packet.getLong(start), packet.getLong(start + Long.BYTES));
    }

    @Override
    public boolean isToMulticast(ByteBuffer packet) {
        return packet.get(packet.position() + DESTINATION) == (byte) 0xff;
    }

    @Override
    public int addressSum(ByteBuffer packet) {
        int start = packet.position() + SOURCE;
        return Checksums.add(0, packet, start, start + 2 * ADDRESS_BYTES);
    }

    @Override
    public int addressSum(IpAddress address) {
        return Checksums.add(Checksums.add(0, address.high()), address.low());
    }

    @Override
    public void put(
            ByteBuffer packet, int protocol, int payloadBytes, int timeToLive, IpAddress source) {
        packet.putInt(FIRST_WORD).putShort((short) payloadBytes);
        packet.put((byte) protocol).put((byte) timeToLive);
        packet.putLong(source.high()).putLong(source.low()).putLong(0).putLong(0);
    }

    @Override
    public void complete(ByteBuffer packet, int identification, IpAddress destination) {
        int start = packet.position() + DESTINATION;
        packet.putLong(start, destination.high()).putLong(start + Long.BYTES, destination.low());
    }
}

package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/** Signs adverts with an IPsec authentication header. Not thread-safe. */
final class AhSigner implements Signer {

    private final AhCode code;
    private final WireMemory memory;

    AhSigner(Password password, boolean unicast, WireMemory memory) {
        code = new AhCode(password, unicast);
        this.memory = memory;
    }

    /**
     * Puts a header at the position of the buffer, still without number and code. Its security
     * parameters are named by the address of the sender.
     */
    static void putHeader(ByteBuffer packet, int sourceBits) {
        packet.put((byte) Layout.PROTOCOL_VRRP).put(AhHeader.LENGTH_WORDS).putShort((short) 0);
        packet.putInt(sourceBits).putInt(0);
        packet.putInt(0).putLong(0);
    }

    @Override
    public void beforeChecksum(ByteBuffer packet, long epochMillis) {}

    @Override
    public void afterChecksum(ByteBuffer packet) {
        int ah = packet.position() + Ipv4Header.BYTES;
        packet.putInt(ah + AhHeader.SEQUENCE, memory.nextAhSequence());
        byte[] icv = code.of(packet, ah, packet.limit());
        packet.put(ah + AhHeader.ICV, icv, 0, AhHeader.ICV_BYTES);
    }
}

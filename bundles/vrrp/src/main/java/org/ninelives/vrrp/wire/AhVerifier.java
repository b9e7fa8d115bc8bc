package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/** Checks the IPsec authentication header of received adverts. Not thread-safe. */
final class AhVerifier {

    private final AhCode code;
    private final WireMemory memory;

    AhVerifier(Password password, boolean unicast, WireMemory memory) {
        code = new AhCode(password, unicast);
        this.memory = memory;
    }

    /**
     * Whether an advert that has the header and its right length comes from one who knows the
     * password, and is not an old one. The first from a router tells where its numbers are.
     */
    Verdict verify(AdvertView advert) {
        ByteBuffer packet = advert.packet();
        int ah = advert.ah();
        if (packet.getInt(ah + AhHeader.SPI) != (int) advert.header().sourceLow(packet)) {
            return Verdict.AH_WRONG_SPI;
        }
        byte[] icv = code.of(packet, ah, advert.messageEnd());
        if (!Codes.isAt(packet, ah + AhHeader.ICV, icv, AhHeader.ICV_BYTES)) {
            return Verdict.AH_WRONG_CODE;
        }
        int sequence = packet.getInt(ah + AhHeader.SEQUENCE);
        if (!memory.senderOf(advert.header(), packet).advanceAh(sequence)) {
            return Verdict.AH_REPLAYED;
        }
        memory.heardAh(sequence);
        return Verdict.ACCEPTED;
    }
}

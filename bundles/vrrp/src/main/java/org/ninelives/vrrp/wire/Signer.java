package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/** What authentication adds to the adverts of one virtual router. Not thread-safe. */
sealed interface Signer permits Signer.Unsigned, AhSigner, HmacSigner {

    /** Adds nothing, or what never changes and is there already. */
    Signer UNSIGNED = new Unsigned();

    /** Signs what the checksum shall be taken over. */
    void beforeChecksum(ByteBuffer packet, long epochMillis);

    /** Signs the packet with its checksum. */
    void afterChecksum(ByteBuffer packet);

    /** See {@link #UNSIGNED}. */
    record Unsigned() implements Signer {

        @Override
        public void beforeChecksum(ByteBuffer packet, long epochMillis) {}

        @Override
        public void afterChecksum(ByteBuffer packet) {}
    }

    /** The signer for a format. */
    static Signer of(AdvertFormat format, WireMemory memory) {
        return switch (format.authentication()) {
            case Authentication.None none -> UNSIGNED;
            case Authentication.SimpleText text -> UNSIGNED;
            case Authentication.IpsecAh ah -> new AhSigner(ah.password(), format.unicast(), memory);
            case AuthHmac hmac -> hmac.signs() ? new HmacSigner(hmac, format, memory) : UNSIGNED;
        };
    }
}

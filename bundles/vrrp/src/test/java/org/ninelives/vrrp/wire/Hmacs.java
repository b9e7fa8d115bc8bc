package org.ninelives.vrrp.wire;

import java.util.List;

/** Settings of {@code auth_hmac} for tests. */
final class Hmacs {

    static final int WINDOW_SECONDS = 5;

    /** The key of the draft's examples, 00 01 02 to 1f. */
    static final HmacKey KEY_1 = key(1, 0);

    static final HmacKey KEY_2 = key(2, 100);

    static final AuthHmac ENFORCE = of(AuthHmac.Mode.ENFORCE, AuthHmac.AntiReplay.TIME, 1, KEY_1);
    static final AuthHmac MONOTONIC =
            of(AuthHmac.Mode.ENFORCE, AuthHmac.AntiReplay.MONOTONIC, 1, KEY_1);

    private Hmacs() {}

    static AuthHmac of(
            AuthHmac.Mode mode, AuthHmac.AntiReplay antiReplay, int activeKeyId, HmacKey... keys) {
        return new AuthHmac(List.of(keys), activeKeyId, mode, antiReplay, WINDOW_SECONDS);
    }

    static HmacKey key(int id, int firstByte) {
        byte[] bytes = new byte[HmacKey.BYTES_MIN];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (firstByte + i);
        }
        return new HmacKey(id, bytes);
    }
}

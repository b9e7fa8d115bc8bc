package org.ninelives.vrrp.wire;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC of RFC 2104 for one key, over any number of messages. Written out because {@code
 * javax.crypto.Mac} makes two objects for each message. Not thread-safe.
 */
final class Hmac {

    /** The block of MD5 and of SHA-256. */
    private static final int BLOCK_BYTES = 64;

    private final MessageDigest digest;
    private final byte[] innerPad = new byte[BLOCK_BYTES];
    private final byte[] outerPad = new byte[BLOCK_BYTES];
    private final byte[] result;

    /**
     * Prepares for a key.
     *
     * @param algorithm {@code MD5} or {@code SHA-256}, which every Java platform has
     * @param key at most 64 bytes
     */
    Hmac(String algorithm, byte[] key) {
        try {
            digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        result = new byte[digest.getDigestLength()];
        byte[] padded = Arrays.copyOf(key, BLOCK_BYTES);
        for (int i = 0; i < BLOCK_BYTES; i++) {
            innerPad[i] = (byte) (padded[i] ^ 0x36);
            outerPad[i] = (byte) (padded[i] ^ 0x5c);
        }
    }

    /** The code of the first bytes of {@code message}; overwritten by the next. */
    byte[] of(byte[] message, int bytes) {
        try {
            digest.update(innerPad);
            digest.update(message, 0, bytes);
            digest.digest(result, 0, result.length);
            digest.update(outerPad);
            digest.update(result);
            digest.digest(result, 0, result.length);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        return result;
    }
}

package org.ninelives.vrrp.wire;

import java.util.Arrays;

/** One key of {@code auth_hmac} with the number adverts name it by. Its text form hides it. */
public final class HmacKey {

    /** Fewer bytes than the digest has would weaken it. */
    public static final int BYTES_MIN = 32;

    /** What one block of SHA-256 holds. */
    public static final int BYTES_MAX = 64;

    private final int id;
    private final byte[] bytes;

    /**
     * A key.
     *
     * @param id 1..255
     * @param bytes 32..64 of them; copied
     * @throws IllegalArgumentException worded for the operator
     */
    public HmacKey(int id, byte[] bytes) {
        if (id < 1 || id > 255) {
            throw new IllegalArgumentException("key id: " + id + " is not in 1..255");
        }
        if (bytes.length < BYTES_MIN || bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "key "
                            + id
                            + " has "
                            + bytes.length
                            + " bytes; it needs "
                            + BYTES_MIN
                            + ".."
                            + BYTES_MAX);
        }
        this.id = id;
        this.bytes = bytes.clone();
    }

    /** The number adverts name it by, 1..255. */
    public int id() {
        return id;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HmacKey key && key.id == id && Arrays.equals(key.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return 31 * id + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "key " + id + " ********";
    }
}

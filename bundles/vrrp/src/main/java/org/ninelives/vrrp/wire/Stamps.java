package org.ninelives.vrrp.wire;

/**
 * The sequence numbers of {@code auth_hmac}: 32 bits of seconds since 1970, 16 bits of fraction, 16
 * bits that count what was sent in the same moment.
 */
final class Stamps {

    private static final int MILLIS_PER_SECOND = 1000;

    private Stamps() {}

    /** The stamp of a moment, its count 0. */
    static long of(long epochMillis) {
        long seconds = Math.floorDiv(epochMillis, MILLIS_PER_SECOND);
        long millis = Math.floorMod(epochMillis, MILLIS_PER_SECOND);
        long fraction = (millis << 16) / MILLIS_PER_SECOND;
        return seconds << 32 | fraction << 16;
    }

    /**
     * The seconds a stamp is behind our clock, negative if before it; right while they are less
     * than 68 years apart.
     */
    static int ageSeconds(long stamp, long nowSeconds) {
        return (int) nowSeconds - (int) (stamp >>> 32);
    }

    static boolean isOutside(long stamp, long nowSeconds, int windowSeconds) {
        int age = ageSeconds(stamp, nowSeconds);
        return age > windowSeconds || age < -windowSeconds;
    }
}

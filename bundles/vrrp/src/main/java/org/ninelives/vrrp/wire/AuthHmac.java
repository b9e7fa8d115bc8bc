package org.ninelives.vrrp.wire;

import java.util.List;

/**
 * {@code auth_hmac}: a trailer with HMAC-SHA256-128 and a growing time stamp behind every advert,
 * in both versions and families.
 *
 * @param keys the keys received adverts may be signed with; ids differ
 * @param activeKeyId the key of adverts sent
 * @param mode what becomes of adverts without a trailer
 * @param antiReplay how an old advert is recognised
 * @param windowSeconds by how much clocks may differ in {@link AntiReplay#TIME}, 1..300
 */
public record AuthHmac(
        List<HmacKey> keys, int activeKeyId, Mode mode, AntiReplay antiReplay, int windowSeconds)
        implements Authentication {

    /** The greatest window. */
    public static final int WINDOW_SECONDS_MAX = 300;

    private static final int DEFAULT_WINDOW_SECONDS_MIN = 5;
    private static final int DEFAULT_WINDOW_ADVERTS = 3;

    /** What becomes of adverts without a trailer. */
    public enum Mode {
        /** They are refused. */
        ENFORCE,
        /** They are accepted; a trailer that is there must be right. */
        PERMISSIVE,
        /** As {@link #PERMISSIVE}, and none is sent: the first step of a roll-out. */
        RECEIVE_ONLY
    }

    /** How an old advert is recognised. */
    public enum AntiReplay {
        /** Its time stamp is near our clock and grows from advert to advert. */
        TIME,
        /** Its time stamp grows from advert to advert; clocks may differ. */
        MONOTONIC
    }

    public AuthHmac {
        keys = List.copyOf(keys);
        check(
                keys.stream().mapToInt(HmacKey::id).distinct().count() == keys.size(),
                "two keys have the same id");
        check(
                keys.stream().anyMatch(key -> key.id() == activeKeyId),
                "active_key " + activeKeyId + " names no key");
        check(
                windowSeconds >= 1 && windowSeconds <= WINDOW_SECONDS_MAX,
                "time_window: " + windowSeconds + " is not in 1.." + WINDOW_SECONDS_MAX);
    }

    /** Three adverts, but at least 5 s and at most 300 s. */
    public static int defaultWindowSeconds(long advertIntervalNanos) {
        long adverts =
                Math.ceilDiv(
                        DEFAULT_WINDOW_ADVERTS * advertIntervalNanos, AdvertFormat.SECOND_NANOS);
        return Math.clamp(adverts, DEFAULT_WINDOW_SECONDS_MIN, WINDOW_SECONDS_MAX);
    }

    /** Whether adverts sent carry a trailer. */
    public boolean signs() {
        return mode != Mode.RECEIVE_ONLY;
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}

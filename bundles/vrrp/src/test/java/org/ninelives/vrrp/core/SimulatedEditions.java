package org.ninelives.vrrp.core;

import java.util.List;
import java.util.Random;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.wire.AdvertFormat;
import org.ninelives.vrrp.wire.AuthHmac;
import org.ninelives.vrrp.wire.HmacKey;

/**
 * Two editions of one configuration, to which nodes are reloaded one after the other: the order of
 * the addresses differs, and adverts are signed with another key. A careful operator has told the
 * new key to all nodes before the first one uses it.
 */
final class SimulatedEditions {

    private static final HmacKey OLD_KEY = new HmacKey(1, new byte[32]);
    private static final HmacKey NEW_KEY = new HmacKey(2, new byte[40]);
    private static final IpAddress ONE = IpAddress.of("198.51.100.1");
    private static final IpAddress OTHER = IpAddress.of("198.51.100.2");

    private final AuthHmac.Mode mode;
    private final AuthHmac.AntiReplay antiReplay;
    private final int windowSeconds;
    private final boolean careful;

    SimulatedEditions(Random random, boolean careful) {
        this.careful = careful || random.nextBoolean();
        mode = random.nextBoolean() ? AuthHmac.Mode.ENFORCE : AuthHmac.Mode.PERMISSIVE;
        antiReplay =
                random.nextInt(4) == 0 ? AuthHmac.AntiReplay.MONOTONIC : AuthHmac.AntiReplay.TIME;
        windowSeconds = random.nextInt(1, 6);
    }

    /** Whether a clock that is set back may be heard again when it is right. */
    boolean allowsClocksToJump() {
        return antiReplay == AuthHmac.AntiReplay.TIME;
    }

    int windowSeconds() {
        return windowSeconds;
    }

    AdvertFormat format(boolean isNew, RouterSettings settings) {
        List<HmacKey> keys =
                careful ? List.of(OLD_KEY, NEW_KEY) : List.of(isNew ? NEW_KEY : OLD_KEY);
        AdvertFormat plain =
                AdvertFormat.multicast(
                        settings.version(),
                        51,
                        settings.advertIntervalNanos(),
                        isNew ? List.of(OTHER, ONE) : List.of(ONE, OTHER));
        return new AdvertFormat(
                plain.family(),
                plain.version(),
                plain.virtualRouterId(),
                plain.advertIntervalNanos(),
                plain.addresses(),
                new AuthHmac(keys, isNew ? 2 : 1, mode, antiReplay, windowSeconds),
                plain.peers(),
                plain.checkSource(),
                plain.timeToLive(),
                plain.checksumAsV2(),
                plain.oldChecksum(),
                plain.skipCheckForSameMaster(),
                plain.ignoreAdverts());
    }
}

package org.ninelives.vrrp.engine;

import java.util.EnumMap;
import java.util.Map;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.wire.Counter;

/**
 * Counts what happened to one virtual router since the daemon started, or since they were cleared.
 */
final class Counters {

    /** Nothing was counted. */
    static final VrrpCounters NONE = new Counters().snapshot();

    private final Map<Counter, Cell> received = new EnumMap<>(Counter.class);
    private long advertSent;
    private long priorityZeroSent;
    private long becameMaster;
    private long releasedMaster;

    Counters() {
        for (Counter counter : Counter.values()) {
            received.put(counter, new Cell());
        }
    }

    /** A number that grows without making objects. */
    private static final class Cell {
        private long count;
    }

    void raise(Counter counter) {
        received.get(counter).count++;
    }

    void sent(int priority) {
        advertSent++;
        if (priority == 0) {
            priorityZeroSent++;
        }
    }

    void changed(State from, State to) {
        if (to == State.MASTER) {
            becameMaster++;
        }
        if (from == State.MASTER) {
            releasedMaster++;
        }
    }

    /** All begin at 0 again. */
    void clear() {
        received.values().forEach(cell -> cell.count = 0);
        advertSent = 0;
        priorityZeroSent = 0;
        becameMaster = 0;
        releasedMaster = 0;
    }

    VrrpCounters snapshot() {
        return new VrrpCounters(
                value(Counter.ADVERT_RCVD),
                advertSent,
                becameMaster,
                releasedMaster,
                value(Counter.PACKET_LEN_ERR),
                value(Counter.ADVERT_INTERVAL_ERR),
                value(Counter.IP_TTL_ERR),
                value(Counter.VERS_ERR),
                value(Counter.INVALID_TYPE_RCVD),
                value(Counter.ADDR_LIST_ERR),
                value(Counter.INVALID_AUTHTYPE),
                value(Counter.AUTHTYPE_MISMATCH),
                value(Counter.AUTH_FAILURE),
                value(Counter.AUTH_EXT_MISSING),
                value(Counter.AUTH_EXT_MALFORMED),
                value(Counter.AUTH_EXT_UNKNOWN_KEY),
                value(Counter.AUTH_EXT_STALE),
                value(Counter.AUTH_EXT_BAD_HMAC),
                value(Counter.AUTH_EXT_REPLAY),
                value(Counter.CHK_ERR),
                value(Counter.PRI_ZERO_RCVD),
                priorityZeroSent);
    }

    private long value(Counter counter) {
        return received.get(counter).count;
    }
}

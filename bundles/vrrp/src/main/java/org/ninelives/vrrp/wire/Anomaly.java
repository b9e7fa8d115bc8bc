package org.ninelives.vrrp.wire;

/** What can be odd about an accepted advert. */
public enum Anomaly {
    /** Version 3 with another interval than ours: the backup adopts it. */
    INTERVAL_DIFFERS(Counter.ADVERT_INTERVAL_ERR),
    /** More or fewer addresses than ours. */
    ADDRESS_COUNT_DIFFERS(Counter.ADDR_LIST_ERR),
    /** One of our addresses is not in its list. */
    ADDRESS_MISSING(Counter.ADDR_LIST_ERR),
    /** It has priority 0. */
    PRIORITY_ZERO(Counter.PRI_ZERO_RCVD);

    private final Counter counter;

    Anomaly(Counter counter) {
        this.counter = counter;
    }

    /** The counter to raise. */
    public Counter counter() {
        return counter;
    }
}

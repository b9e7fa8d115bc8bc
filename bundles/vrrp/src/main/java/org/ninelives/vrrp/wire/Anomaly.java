package org.ninelives.vrrp.wire;

import java.util.Optional;

/** What can be odd about an accepted advert. */
public enum Anomaly {
    /** Version 3 with another interval than ours: the backup adopts it. */
    INTERVAL_DIFFERS(Counter.ADVERT_INTERVAL_ERR),
    /** More or fewer addresses than ours. */
    ADDRESS_COUNT_DIFFERS(Counter.ADDR_LIST_ERR),
    /** One of our addresses is not in its list. */
    ADDRESS_MISSING(Counter.ADDR_LIST_ERR),
    /** It has priority 0. */
    PRIORITY_ZERO(Counter.PRI_ZERO_RCVD),
    /** Its checksum is right, but taken over something else than ours: does it accept ours? */
    CHECKSUM_FORM_DIFFERS,
    /** Its checksum is that of keepalived up to 1.3.6. */
    OLD_CHECKSUM,
    /** Its clock and ours are more than half of what {@code time_window} allows apart. */
    CLOCK_SKEWED;

    private final Optional<Counter> counter;

    Anomaly() {
        counter = Optional.empty();
    }

    Anomaly(Counter counter) {
        this.counter = Optional.of(counter);
    }

    /** The counter to raise, if any. */
    public Optional<Counter> counter() {
        return counter;
    }

    /** One word for a list of what was found. */
    public String word() {
        return Verdict.word(this);
    }
}

package org.ninelives.vrrp.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.ninelives.api.system.Link;

/** When interfaces came up or went down last. Loop thread only. */
final class LinkTimes {

    private final Map<Integer, Known> byIndex = new HashMap<>();
    private final LongSupplier clockMillis;

    private record Known(boolean usable, long sinceMillis) {}

    LinkTimes(LongSupplier clockMillis) {
        this.clockMillis = clockMillis;
    }

    /** An interface is there, or is as told. */
    void look(Link link) {
        Known before = byIndex.get(link.index());
        if (before == null) {
            byIndex.put(link.index(), new Known(link.usable(), 0));
        } else if (before.usable() != link.usable()) {
            byIndex.put(link.index(), new Known(link.usable(), clockMillis.getAsLong()));
        }
    }

    void forget(Link link) {
        byIndex.remove(link.index());
    }

    /** Milliseconds since 1970 UTC; 0 where it is as it was when it was seen first. */
    long sinceMillis(Link link) {
        Known known = byIndex.get(link.index());
        return known == null ? 0 : known.sinceMillis();
    }
}

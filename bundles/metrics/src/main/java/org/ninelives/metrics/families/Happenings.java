package org.ninelives.metrics.families;

import java.util.Map;
import java.util.TreeMap;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.ReloadEvent;
import org.ninelives.api.notify.VrrpEvent;

/** Counts what happens, as no bean does. Safe for use by several threads. */
public final class Happenings {

    private final Map<String, Long> events = new TreeMap<>();
    private final Map<String, Long> reloads = new TreeMap<>();
    private long latestMillis;

    /** Something happened. */
    public synchronized void count(Event event) {
        events.merge(event.type(), 1L, Long::sum);
        if (event instanceof ReloadEvent reload) {
            reloads.merge(reload.result(), 1L, Long::sum);
        }
        if (event instanceof VrrpEvent.Late late) {
            latestMillis = Math.max(latestMillis, late.lateMillis());
        }
    }

    synchronized Map<String, Long> events() {
        return new TreeMap<>(events);
    }

    synchronized Map<String, Long> reloads() {
        return new TreeMap<>(reloads);
    }

    synchronized double latestSeconds() {
        return Numbers.seconds(latestMillis);
    }
}

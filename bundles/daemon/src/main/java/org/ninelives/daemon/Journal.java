package org.ninelives.daemon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Keeps the latest events, for those who ask later. Safe for use by several threads. */
@Component(service = {Journal.class, EventListener.class})
public final class Journal implements EventListener {

    private static final int KEPT = 5_000;

    /** One answer has this many at most, so that it stays handy. */
    private static final int TOLD_AT_ONCE = 1_000;

    private final LongSupplier clockMillis;
    private final Deque<EventRecord> latest = new ArrayDeque<>();
    private long sequence;

    /** An empty journal. */
    @Activate
    public Journal() {
        this(System::currentTimeMillis);
    }

    Journal(LongSupplier clockMillis) {
        this.clockMillis = clockMillis;
    }

    @Override
    public synchronized void happened(Event event) {
        latest.add(
                new EventRecord(
                        ++sequence,
                        clockMillis.getAsLong(),
                        event.type(),
                        event.name(),
                        event.text()));
        if (latest.size() > KEPT) {
            latest.remove();
        }
    }

    /** The oldest of those that are kept and came after this one; up to a thousand. */
    synchronized List<EventRecord> since(long after) {
        return latest.stream()
                .filter(event -> event.sequence() > after)
                .limit(TOLD_AT_ONCE)
                .toList();
    }
}

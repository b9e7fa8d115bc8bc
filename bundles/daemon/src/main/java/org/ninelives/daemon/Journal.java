package org.ninelives.daemon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.management.JournalListener;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers the events and keeps the latest, for those who ask later. Safe for use by several
 * threads.
 */
@Component(service = {Journal.class, EventListener.class})
public final class Journal implements EventListener {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private static final int KEPT = 5_000;

    /** One answer has this many at most, so that it stays handy. */
    private static final int TOLD_AT_ONCE = 1_000;

    private final LongSupplier clockMillis;
    private final List<JournalListener> listeners = new CopyOnWriteArrayList<>();
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

    @Reference(
            service = JournalListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(JournalListener listener) {
        listeners.add(listener);
    }

    void remove(JournalListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void happened(Event event) {
        EventRecord entry = enter(event);
        for (JournalListener listener : listeners) {
            try {
                listener.recorded(entry, event);
            } catch (RuntimeException e) {
                LOG.error("a listener of the journal failed on: {}", event.text(), e);
            }
        }
    }

    private synchronized EventRecord enter(Event event) {
        EventRecord entry = EventRecord.of(++sequence, clockMillis.getAsLong(), event);
        latest.add(entry);
        if (latest.size() > KEPT) {
            latest.remove();
        }
        return entry;
    }

    /** The oldest of those that are kept and came after this one; up to a thousand. */
    synchronized List<EventRecord> since(long after) {
        return latest.stream()
                .filter(event -> event.sequence() > after)
                .limit(TOLD_AT_ONCE)
                .toList();
    }

    /** How many events its listeners have left out. */
    long dropped() {
        return listeners.stream().mapToLong(JournalListener::dropped).sum();
    }

    /** The sequence of the oldest that is kept, 0 for none. */
    synchronized long first() {
        return latest.isEmpty() ? 0 : latest.getFirst().sequence();
    }

    /** The sequence of the latest, 0 for none. */
    synchronized long last() {
        return sequence;
    }
}

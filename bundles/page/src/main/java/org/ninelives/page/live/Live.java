package org.ninelives.page.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.EventRecord;
import org.ninelives.page.rows.Beans;
import org.ninelives.page.rows.Messages;
import org.ninelives.page.rows.Rows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at all beans once a second while somebody watches, sooner when something has happened, and
 * tells what has changed. Looking takes a tenth of a processor at most: the longer a look takes,
 * the longer the next one waits. Nothing runs while nobody watches. Safe for use by several
 * threads.
 */
public final class Live implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);

    private static final int WATCHERS_MAX = 8;
    private static final int EVENTS_AT_FIRST = 100;
    private static final long LOOK_MILLIS = 1000;
    private static final long SOONEST_MILLIS = 100;
    private static final int REST_FACTOR = 9;

    private final Beans beans;
    private final String host;
    private final List<Watcher> watchers = new ArrayList<>();
    private boolean happened;
    private boolean runs;
    private boolean closed;

    /** Touched by the thread that looks. */
    private Map<String, String> rows = Map.of();

    private long lastEvent;

    /**
     * Does nothing yet.
     *
     * @param host what this machine is called
     */
    public Live(Beans beans, String host) {
        this.beans = beans;
        this.host = host;
    }

    /** One more who watches, until they end it; nothing if there are too many. */
    public synchronized Optional<Watcher> watch() {
        if (closed || watchers.size() >= WATCHERS_MAX) {
            return Optional.empty();
        }
        Watcher watcher = new Watcher();
        watchers.add(watcher);
        if (!runs) {
            runs = true;
            Thread.ofPlatform().daemon().name("status-page-look").start(this::run);
        }
        happened();
        return Optional.of(watcher);
    }

    /** Something has happened, so it is worth a look. */
    public synchronized void happened() {
        happened = true;
        notifyAll();
    }

    private void run() {
        rows = Map.of();
        lastEvent = 0;
        try {
            while (goesOn()) {
                long begin = System.nanoTime();
                tellAll();
                long tookMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                rest(Math.max(SOONEST_MILLIS, REST_FACTOR * tookMillis));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean goesOn() {
        watchers.removeIf(Watcher::hasEnded);
        runs = !watchers.isEmpty() && !closed;
        return runs;
    }

    private void tellAll() {
        try {
            List<Watcher> told;
            synchronized (this) {
                happened = false;
                told = List.copyOf(watchers);
            }
            Map<String, String> next = Rows.now(beans, host, rows);
            List<EventRecord> events = events();
            List<String> changes = Rows.changes(rows, next);
            changes.addAll(Messages.events(events));
            rows = next;
            List<String> all = null;
            for (Watcher watcher : told) {
                if (watcher.hasBegun()) {
                    watcher.tell(changes);
                } else {
                    all = all == null ? all() : all;
                    watcher.begin(all);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("The status page cannot look: {}", e.toString());
        }
    }

    /** All there is, for whoever has just come. */
    private List<String> all() {
        List<String> messages = new ArrayList<>(List.of(Messages.ANEW));
        messages.addAll(Messages.rows(List.copyOf(rows.values())));
        messages.addAll(Messages.events(eventsSince(lastEvent - EVENTS_AT_FIRST)));
        messages.add(Messages.of("complete", "[]"));
        return messages;
    }

    private List<EventRecord> events() {
        List<EventRecord> events =
                eventsSince(lastEvent == 0 ? last() - EVENTS_AT_FIRST : lastEvent);
        if (!events.isEmpty()) {
            lastEvent = events.getLast().sequence();
        }
        return events;
    }

    private long last() {
        long[] last = new long[1];
        beans.forEach(DaemonMXBean.class, (name, bean) -> last[0] = bean.getLastEventSequence());
        return last[0];
    }

    private List<EventRecord> eventsSince(long sequence) {
        List<EventRecord> events = new ArrayList<>();
        beans.forEach(
                DaemonMXBean.class,
                (name, bean) -> events.addAll(bean.eventsSince(Math.max(0, sequence))));
        return events;
    }

    /** Waits at least so long, then until something happens or a second is over. */
    private synchronized void rest(long millis) throws InterruptedException {
        long begin = System.nanoTime();
        long restMillis = millis;
        while (!closed && restMillis > 0) {
            wait(restMillis);
            long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            restMillis = (happened ? millis : Math.max(millis, LOOK_MILLIS)) - waited;
        }
    }

    /** Ends all who watch. */
    @Override
    public synchronized void close() {
        closed = true;
        watchers.forEach(Watcher::end);
        notifyAll();
    }
}

package org.ninelives.daemon;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;
import org.ninelives.api.notify.EventSink;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every listener of every event, in order, on a thread of its own. */
@Component
public final class EventHub implements EventSink {

    private static final Logger LOG = LoggerFactory.getLogger(EventHub.class);

    private final List<EventListener> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("events").factory());

    /** Without listeners yet. */
    @Activate
    public EventHub() {}

    @Deactivate
    void close() {
        thread.shutdown();
    }

    @Reference(
            service = EventListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(EventListener listener) {
        listeners.add(listener);
    }

    void remove(EventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void publish(Event event) {
        execute(() -> listeners.forEach(listener -> tell(listener, event)));
    }

    private static void tell(EventListener listener, Event event) {
        try {
            listener.happened(event);
        } catch (RuntimeException e) {
            LOG.error("a listener failed on: {}", event.text(), e);
        }
    }

    @Override
    public boolean flush(Duration limit) {
        CountDownLatch told = new CountDownLatch(1);
        execute(told::countDown);
        try {
            return told.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void execute(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("nobody hears events any more");
        }
    }
}

package org.ninelives.notify.webhook.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.ninelives.api.management.NotifierBean;
import org.ninelives.notify.webhook.core.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one web server of events, one after the other, on a thread of its own. While the server is
 * down, events wait in a bounded queue; after the first that was given up each is tried once, and
 * the log hears of it when that begins and when it ends.
 */
final class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** Some minutes of a storm. */
    static final int QUEUE_MAX = 1000;

    /** Waits between tries; a test does not. */
    interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    private final String place;
    private final Patience patience;
    private final Post post;
    private final Pause pause;
    // An empty one is the last.
    private final BlockingQueue<Optional<String>> queue = new LinkedBlockingQueue<>(QUEUE_MAX);
    private final Thread thread;
    private final NotifierBean bean;
    private final Object lock = new Object();
    private boolean closing;
    private boolean down;
    private long lost;

    /**
     * Begins to wait for events.
     *
     * @param place names the server in the log
     */
    Courier(String place, Patience patience, Post post, Pause pause) {
        this.place = place;
        bean = new NotifierBean(place);
        this.patience = patience;
        this.post = post;
        this.pause = pause;
        thread = Thread.ofVirtual().name("webhook " + place).start(this::work);
    }

    /** Counts the events. */
    NotifierBean bean() {
        return bean;
    }

    /** Tells an event as soon as those before are told. Any thread; returns at once. */
    void tell(String json) {
        bean.add();
        if (!queue.offer(Optional.of(json))) {
            lose("the queue is full");
        }
    }

    private void work() {
        try {
            Optional<String> next = queue.take();
            while (next.isPresent()) {
                deliver(next.get());
                next = queue.take();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} is told nothing any more", place);
        }
    }

    private void deliver(String json) throws InterruptedException {
        for (int tried = 1; ; tried++) {
            String failure;
            boolean hopeless = false;
            try {
                int status = post.send(json);
                if (Patience.isDelivered(status)) {
                    delivered();
                    return;
                }
                failure = "it answers with status " + status;
                hopeless = !Patience.isWorthRetrying(status);
            } catch (IOException e) {
                failure = e.toString();
            }
            Optional<Duration> wait = patience.next(tried);
            if (hopeless || wait.isEmpty() || isInHaste()) {
                down(failure);
                return;
            }
            pause.sleep(wait.get());
        }
    }

    private boolean isInHaste() {
        synchronized (lock) {
            return closing || down;
        }
    }

    private void delivered() {
        bean.tell();
        synchronized (lock) {
            down = false;
            if (lost > 0) {
                LOG.warn("{} takes events again, {} were lost", place, lost);
                lost = 0;
            }
        }
    }

    private void down(String failure) {
        synchronized (lock) {
            down = true;
        }
        lose(failure);
    }

    private void lose(String why) {
        bean.drop(why);
        synchronized (lock) {
            lost++;
            if (lost == 1) {
                LOG.warn("{} was not told of an event: {}", place, why);
            }
        }
    }

    /**
     * Returns when what waits has been told, or when the time is up; nothing is tried twice from
     * now on.
     */
    void close(Duration limit) {
        synchronized (lock) {
            closing = true;
        }
        if (!queue.offer(Optional.empty())) {
            LOG.warn("{} is not told of the {} last events", place, queue.size());
            thread.interrupt();
        }
        try {
            thread.join(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}

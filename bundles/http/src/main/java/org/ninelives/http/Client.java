package org.ninelives.http;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client: one request, one answer, and the end, on a thread of its own that costs little. */
final class Client {

    private static final Logger LOG = LoggerFactory.getLogger(Client.class);

    private static final long ASK_NANOS_MAX = TimeUnit.SECONDS.toNanos(5);
    private static final long ANSWER_NANOS_MAX = TimeUnit.SECONDS.toNanos(70);
    private static final long WRITE_NANOS_MAX = TimeUnit.SECONDS.toNanos(10);

    private final Socket socket;
    private final Service service;
    private final Handler handler;
    private volatile Due due;
    private volatile boolean isKnown;
    private boolean isStream;
    private volatile Thread thread;

    /** Until when it has to be done with what it does. */
    private record Due(long sinceNanos, long nanosMax) {}

    Client(Socket socket, Service service, Handler handler, long nowNanos) {
        this.socket = socket;
        this.service = service;
        this.handler = handler;
        due = new Due(nowNanos, ASK_NANOS_MAX);
    }

    /**
     * Begins to serve it.
     *
     * @param ended called on the thread of its own in the end
     */
    void start(Runnable ended) {
        thread =
                Thread.ofVirtual()
                        .name(service.thread() + "-client")
                        .start(
                                () -> {
                                    try {
                                        serve();
                                    } finally {
                                        close();
                                        ended.run();
                                    }
                                });
    }

    /** Whether it has had all the time that one gets. */
    boolean isOverdue(long nowNanos) {
        Due now = due;
        return nowNanos - now.sinceNanos > now.nanosMax;
    }

    /** Whether the handler has said that it knows who this is. */
    boolean isKnown() {
        return isKnown;
    }

    void vouch() {
        isKnown = true;
    }

    /** It may stay as long as it likes, from now on. */
    void streams() {
        isStream = true;
        rests();
    }

    /** It has to take what is sent now. */
    void writes() {
        if (isStream) {
            due = new Due(System.nanoTime(), WRITE_NANOS_MAX);
        }
    }

    /** It has taken it. */
    void rests() {
        if (isStream) {
            due = new Due(System.nanoTime(), Long.MAX_VALUE);
        }
    }

    /** Ends it, whatever it does. Any thread. */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A client of {}", service.what(), e);
        }
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void serve() {
        try {
            Answer answer = new Answer(this, socket);
            try {
                Request request = Request.read(socket.getInputStream(), service.bodyBytesMax());
                due = new Due(due.sinceNanos, ANSWER_NANOS_MAX);
                handler.answer(request, answer);
            } catch (Request.MalformedException e) {
                answer.tell("400 Bad Request", e.getMessage(), List.of());
            }
            answer.end();
        } catch (IOException e) {
            LOG.debug("A client of {} went", service.what(), e);
        } catch (RuntimeException e) {
            LOG.error("A client of {} got no answer", service.what(), e);
        }
    }
}

package org.ninelives.management.access;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of requests that are being read. What is read is kept in memory, several times over,
 * before anybody has checked a password; so one request and all together are limited. Small
 * requests always fit. Safe for use by several threads.
 */
final class RequestBudget {

    /** What every request may have; a request of a client is mostly below 1 KiB. */
    static final long FREE_BYTES = 64L << 10;

    /** The most one request may have: the largest is the text of a configuration. */
    static final long REQUEST_BYTES_MAX = 8L << 20;

    /** What all requests together may have beyond what is free. */
    static final long SHARED_BYTES_MAX = 16L << 20;

    private final AtomicLong shared = new AtomicLong();

    /** One request after the other of one connection. Safe for use by several threads. */
    final class Request {
        private long bytes;
        private boolean closed;

        /** Counts what has been read; false if this is too much. */
        synchronized boolean take(int count) {
            if (closed) {
                return false;
            }
            long before = beyondFree();
            bytes += count;
            long more = beyondFree() - before;
            boolean fits = more == 0 || shared.addAndGet(more) <= SHARED_BYTES_MAX;
            return fits && bytes <= REQUEST_BYTES_MAX;
        }

        /** The request is answered; the next one begins. */
        synchronized void answered() {
            shared.addAndGet(-beyondFree());
            bytes = 0;
        }

        /** The connection is closed: nothing counts any more. */
        synchronized void close() {
            answered();
            closed = true;
        }

        private long beyondFree() {
            return Math.max(0, bytes - FREE_BYTES);
        }
    }

    Request request() {
        return new Request();
    }
}

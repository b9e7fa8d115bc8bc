package org.ninelives.daemon;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.ninelives.api.management.ReloadReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests for a reload, from signals and from clients. However many come while one runs, one more
 * follows: it reads the file after all of them. Safe for use by several threads.
 */
final class ReloadQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadQueue.class);

    private final Executor thread;
    private final Supplier<ReloadReport> reload;
    private CompletableFuture<ReloadReport> waiting;

    ReloadQueue(Executor thread, Supplier<ReloadReport> reload) {
        this.thread = thread;
        this.reload = reload;
    }

    /** Asks for a reload that begins after this moment; answers its report when it is done. */
    synchronized CompletableFuture<ReloadReport> request() {
        if (waiting == null) {
            CompletableFuture<ReloadReport> next = new CompletableFuture<>();
            thread.execute(() -> run(next));
            waiting = next;
        }
        return waiting;
    }

    /** Asks for a reload whose outcome the log tells. */
    void requestOnly() {
        var unused = request();
    }

    private void run(CompletableFuture<ReloadReport> next) {
        synchronized (this) {
            waiting = null; // from here on a request may have missed what is about to be read
        }
        try {
            next.complete(reload.get());
        } catch (RuntimeException e) {
            LOG.error("Reload failed; what ran runs on", e);
            next.completeExceptionally(e);
        }
    }
}

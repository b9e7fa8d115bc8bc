package org.ninelives.daemon;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
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
    private final Function<String, ReloadReport> reload;
    private final Set<String> callers = new LinkedHashSet<>();
    private CompletableFuture<ReloadReport> waiting;

    /**
     * Nothing is asked for yet.
     *
     * @param reload does it, and is told who asks
     */
    ReloadQueue(Executor thread, Function<String, ReloadReport> reload) {
        this.thread = thread;
        this.reload = reload;
    }

    /** Asks for a reload that begins after this moment; answers its report when it is done. */
    synchronized CompletableFuture<ReloadReport> request(String by) {
        callers.add(by);
        if (waiting == null) {
            CompletableFuture<ReloadReport> next = new CompletableFuture<>();
            thread.execute(() -> run(next));
            waiting = next;
        }
        return waiting;
    }

    /** Asks for a reload whose outcome the log tells. */
    void requestOnly(String by) {
        var unused = request(by);
    }

    private void run(CompletableFuture<ReloadReport> next) {
        String by;
        synchronized (this) {
            waiting = null; // from here on a request may have missed what is about to be read
            by = String.join(", ", callers);
            callers.clear();
        }
        try {
            next.complete(reload.apply(by));
        } catch (RuntimeException e) {
            LOG.error("Reload failed; what ran runs on", e);
            next.completeExceptionally(e);
        }
    }
}

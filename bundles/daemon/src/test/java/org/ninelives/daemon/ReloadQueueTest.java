package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.ReloadReport;

/** The thread of the queue is a list of tasks that the test runs when it likes. */
class ReloadQueueTest {

    private final Deque<Runnable> thread = new ArrayDeque<>();
    private int reloads;
    private Runnable duringReload = () -> {};
    private final ReloadQueue queue = new ReloadQueue(thread::add, this::reload);

    @Test
    void requestsThatWaitShareOneReload() {
        CompletableFuture<ReloadReport> first = queue.request();
        CompletableFuture<ReloadReport> second = queue.request();
        queue.requestOnly();

        runAll();

        assertThat(reloads).isEqualTo(1);
        assertThat(first).isCompleted().isSameAs(second);
    }

    @Test
    void requestsDuringAReloadAreOneMore() {
        duringReload =
                () -> {
                    duringReload = () -> {};
                    queue.requestOnly();
                    queue.requestOnly();
                    queue.requestOnly();
                };
        queue.requestOnly();

        runAll();

        assertThat(reloads).isEqualTo(2);
    }

    @Test
    void aReloadThatFailsDoesNotEndTheQueue() {
        duringReload =
                () -> {
                    throw new IllegalStateException("bug");
                };
        CompletableFuture<ReloadReport> failed = queue.request();
        runAll();
        duringReload = () -> {};
        CompletableFuture<ReloadReport> next = queue.request();
        runAll();

        assertThat(failed).isCompletedExceptionally();
        assertThat(next).isCompleted();
    }

    private ReloadReport reload() {
        reloads++;
        duringReload.run();
        return Reports.none();
    }

    private void runAll() {
        while (!thread.isEmpty()) {
            thread.removeFirst().run();
        }
    }
}

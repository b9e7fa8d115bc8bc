package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.ReloadReport;

/** The thread of the queue is a list of tasks that the test runs when it likes. */
class ReloadQueueTest {

    private final Deque<Runnable> thread = new ArrayDeque<>();
    private final List<String> callers = new ArrayList<>();
    private int reloads;
    private Runnable duringReload = () -> {};
    private final ReloadQueue queue = new ReloadQueue(thread::add, this::reload);

    @Test
    void requestsThatWaitShareOneReload() {
        CompletableFuture<ReloadReport> first = queue.request("monitor");
        CompletableFuture<ReloadReport> second = queue.request("control");
        queue.requestOnly("SIGHUP");
        queue.requestOnly("SIGHUP");

        runAll();

        assertThat(reloads).isEqualTo(1);
        assertThat(first).isCompleted().isSameAs(second);
        assertThat(callers).containsExactly("monitor, control, SIGHUP");
    }

    @Test
    void requestsDuringAReloadAreOneMore() {
        duringReload =
                () -> {
                    duringReload = () -> {};
                    queue.requestOnly("SIGHUP");
                    queue.requestOnly("SIGHUP");
                    queue.requestOnly("SIGHUP");
                };
        queue.requestOnly("SIGHUP");

        runAll();

        assertThat(reloads).isEqualTo(2);
        assertThat(callers).containsExactly("SIGHUP", "SIGHUP");
    }

    @Test
    void aReloadThatFailsDoesNotEndTheQueue() {
        duringReload =
                () -> {
                    throw new IllegalStateException("bug");
                };
        CompletableFuture<ReloadReport> failed = queue.request("control");
        runAll();
        duringReload = () -> {};
        CompletableFuture<ReloadReport> next = queue.request("control");
        runAll();

        assertThat(failed).isCompletedExceptionally();
        assertThat(next).isCompleted();
    }

    private ReloadReport reload(String by) {
        reloads++;
        callers.add(by);
        duringReload.run();
        return Reports.none();
    }

    private void runAll() {
        while (!thread.isEmpty()) {
            thread.removeFirst().run();
        }
    }
}

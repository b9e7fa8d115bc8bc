package org.ninelives.metrics.http;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ninelives.metrics.families.Look;

/**
 * Makes pages, one at a time and on one thread, however many clients ask: whoever comes while one
 * is made waits for the same. The thread ends when nobody asks any more. Safe for use by several
 * threads.
 */
public final class Pages implements AutoCloseable {

    /** A page is not made anew sooner. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** As long as Prometheus waits at most, unless told otherwise. */
    private static final long WAIT_SECONDS_MAX = 60;

    private static final long IDLE_SECONDS = 5;

    private final Look look;
    private final OpenMetricsTextFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();
    private final PrometheusTextFormatWriter plainText = PrometheusTextFormatWriter.create();
    private final Map<String, Ordered> ordered = new HashMap<>();
    private final ThreadPoolExecutor executor;

    /** A page that is made, or was. */
    private record Ordered(CompletableFuture<Page> page, CompletableFuture<Long> doneNanos) {

        boolean isOutdated(long nowNanos) {
            return page.isCompletedExceptionally()
                    || (doneNanos.isDone() && nowNanos - doneNanos.join() > FRESH_NANOS);
        }
    }

    /** Makes none before somebody asks. */
    public Pages(Look look) {
        this.look = look;
        executor =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("metrics-page").factory());
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * A page no older than a second.
     *
     * @param accept as of HTTP; may be empty
     * @throws IOException if it cannot be made, or not in time
     */
    Page page(String accept) throws IOException, InterruptedException {
        try {
            return order(openMetrics.accepts(accept) ? openMetrics : plainText)
                    .get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("something has not answered for " + WAIT_SECONDS_MAX + " s", e);
        }
    }

    private synchronized CompletableFuture<Page> order(ExpositionFormatWriter format) {
        long now = System.nanoTime();
        ordered.values().removeIf(each -> each.isOutdated(now));
        return ordered.computeIfAbsent(format.getContentType(), type -> begin(format)).page();
    }

    private Ordered begin(ExpositionFormatWriter format) {
        Ordered next = new Ordered(new CompletableFuture<>(), new CompletableFuture<>());
        executor.execute(() -> make(format, next));
        return next;
    }

    private void make(ExpositionFormatWriter format, Ordered order) {
        try {
            order.page().complete(PageWriter.write(format, look));
        } catch (IOException | RuntimeException e) {
            order.page().completeExceptionally(e);
        } finally {
            order.doneNanos().complete(System.nanoTime());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

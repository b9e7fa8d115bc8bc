package org.ninelives.dump;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.dump.DumpFile;
import org.ninelives.api.dump.DumpSection;
import org.ninelives.api.dump.DumpSource;
import org.ninelives.api.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes files on a thread of its own, so that nobody waits for a disk. What is asked for again
 * before it has begun is written once. Safe for use by several threads.
 */
final class Dumps implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dumps.class);

    private static final int LIMIT_SECONDS = 10;

    private final Path folder;
    private final long pid;
    private final List<DumpSource> sources = new CopyOnWriteArrayList<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("dump").factory());
    private final Set<Order> awaited = EnumSet.noneOf(Order.class);
    private volatile DumpSettings settings = DumpSettings.DEFAULT;

    private enum Order {
        DATA,
        STATS,
        STATS_CLEAR,
        JSON
    }

    /**
     * Has written nothing yet.
     *
     * @param folder where files are written whose place is not configured
     * @param pid of this process, for the log
     */
    Dumps(Path folder, long pid) {
        this.folder = folder;
        this.pid = pid;
    }

    void add(DumpSource source) {
        sources.add(source);
    }

    void remove(DumpSource source) {
        sources.remove(source);
    }

    DumpSettings settings() {
        return settings;
    }

    void configure(DumpSettings next) {
        settings = next;
    }

    /** All there is to know, a file for each part of the daemon. */
    void data() {
        order(
                Order.DATA,
                () ->
                        EnumSet.complementOf(EnumSet.of(DumpFile.STATS))
                                .forEach(this::writeIfWorthwhile));
    }

    /** Counters of virtual routers. */
    void stats() {
        order(Order.STATS, () -> writeIfWorthwhile(DumpFile.STATS));
    }

    /** The same, and they begin at 0 again. */
    void statsAndClear() {
        order(
                Order.STATS_CLEAR,
                () -> {
                    writeIfWorthwhile(DumpFile.STATS);
                    sources.forEach(source -> careful(source::clearCounters));
                    LOG.info("Counters of all virtual routers begin at 0 again");
                });
    }

    /** Virtual routers as JSON. */
    void json() {
        order(Order.JSON, this::writeJson);
    }

    private void order(Order order, Runnable deed) {
        synchronized (awaited) {
            if (!awaited.add(order)) {
                return;
            }
        }
        try {
            thread.execute(
                    () -> {
                        synchronized (awaited) {
                            awaited.remove(order);
                        }
                        deed.run();
                    });
        } catch (RejectedExecutionException e) {
            LOG.debug("A signal came at the stop", e);
        }
    }

    private void writeIfWorthwhile(DumpFile file) {
        List<DumpSection> sections = new ArrayList<>();
        sources.forEach(source -> careful(() -> sections.addAll(source.sections(file))));
        if (!sections.isEmpty()) {
            LOG.info("Printing {} for process({}) on signal", file.content(), pid);
            write(settings.path(file, folder), FileText.of(sections));
        }
    }

    private void writeJson() {
        Map<String, List<JsonObject>> objects = new LinkedHashMap<>();
        sources.forEach(source -> careful(() -> objects.putAll(source.objects())));
        if (JsonText.isWorthwhile(objects)) {
            LOG.info("Printing VRRP as json for process({}) on signal", pid);
            write(settings.jsonPath(folder), JsonText.of(settings.jsonVersion(), objects));
        }
    }

    /** What one cannot tell, the others still do. */
    private static void careful(Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException e) {
            LOG.error("A part of the dump is missing: {}", e.toString());
        }
    }

    private static void write(Path path, String text) {
        try {
            AtomicFile.write(path, text);
        } catch (IOException e) {
            LOG.error("Can't write {}: {}", path, e.toString());
        }
    }

    /** What was asked for before is still written; returns at once. */
    @Override
    public void close() {
        thread.shutdown();
    }

    /** Returns when it is written, or after a while. */
    void awaitEnd() throws InterruptedException {
        if (!thread.awaitTermination(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A dump was not finished in time");
        }
    }
}

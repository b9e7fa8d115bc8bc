package org.ninelives.dropin.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.management.BundleFileStatus;
import org.ninelives.dropin.core.DroppedFiles;
import org.ninelives.dropin.core.Outcome;
import org.ninelives.dropin.core.Tidings;
import org.ninelives.dropin.core.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the folder each second on a thread of its own, and begins what there is to do. Its
 * methods are safe for use by several threads, and return at once.
 */
public final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private static final long PERIOD_NANOS = Duration.ofSeconds(1).toNanos();

    private final Folder folder;
    private final Installer installer;
    private final Tidings tidings;
    private final DroppedFiles files;
    private final Workers workers = new Workers();
    private final FileTable table;
    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("bundles.d").unstarted(this::run);
    private long lookAt;
    private volatile String problem = "";
    private volatile boolean closed;

    /**
     * Looks at nothing yet.
     *
     * @param tidings hears of each change, on the thread of this
     */
    public FolderWatch(Path folder, Installer installer, Tidings tidings) {
        this.folder = new Folder(folder);
        this.installer = installer;
        this.tidings = tidings;
        files = new DroppedFiles(tidings);
        table = new FileTable(files, installer);
    }

    /**
     * Begins to look.
     *
     * @return done when all that lies there now was taken, or could not be, or hangs
     */
    public CompletableFuture<Void> start() {
        lookAt = System.nanoTime();
        thread.start();
        return lookNow();
    }

    /**
     * Looks at once, takes files as they are and tries again what failed.
     *
     * @return done when that is through, but for what hangs
     */
    public CompletableFuture<Void> lookNow() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        post(
                () -> {
                    look(System.nanoTime());
                    files.hurry(System.nanoTime());
                    waiting.add(done);
                });
        return done;
    }

    /** Has the bundle of a file started or stopped. */
    public void ask(String file, Work work) {
        post(() -> files.ask(file, work));
    }

    /** Its files as they stood a moment ago. */
    public List<BundleFileStatus> files() {
        return table.rows();
    }

    /** Why the folder cannot be read; empty if it can be. */
    public String problem() {
        return problem;
    }

    /** How many threads there are because of a file. */
    public int threads(String file) {
        return workers.threads(file);
    }

    /** Whether there is work at a file that has not ended. */
    boolean isAtWork(String file) {
        return workers.isAtWork(file);
    }

    /** Looks no more, and begins nothing more; what is under way goes on. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void post(Runnable message) {
        mailbox.add(message);
    }

    private void run() {
        try {
            while (!closed) {
                Runnable message = mailbox.poll(lookAt - System.nanoTime(), TimeUnit.NANOSECONDS);
                turn(message == null ? () -> {} : message);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the daemon ends
        }
    }

    private void turn(Runnable message) {
        try {
            message.run();
            long now = System.nanoTime();
            if (now - lookAt >= 0) {
                look(now);
            }
            files.tick(now).forEach(workers::interrupt);
            Optional<DroppedFiles.Job> next = files.next(now);
            next.ifPresent(this::begin);
            table.update(now, System.currentTimeMillis());
            if (next.isEmpty() && !files.isBusy()) {
                waiting.forEach(done -> done.complete(null));
                waiting.clear();
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("Bundles that were added were not looked at", e);
        }
    }

    private void look(long now) {
        lookAt = now + PERIOD_NANOS;
        try {
            files.look(now, folder.list());
            installer.fallen().forEach(files::noteFallen);
            if (!problem.isEmpty()) {
                problem = "";
                tidings.tell(false, folder.path() + " can be read again");
            }
        } catch (IOException e) {
            String before = problem;
            problem = e.getMessage();
            if (!problem.equals(before)) {
                tidings.tell(
                        true,
                        folder.path()
                                + " cannot be read: "
                                + problem
                                + "; its bundles stay as they are");
            }
        }
    }

    private void begin(DroppedFiles.Job job) {
        try {
            workers.start(job.file(), () -> work(job));
        } catch (OutOfMemoryError e) {
            workers.ended(job.file());
            post(() -> end(job, new Outcome.Passing("there is no thread for it: " + e)));
        }
    }

    private void work(DroppedFiles.Job job) {
        Outcome outcome = installer.run(job.file(), job.work());
        workers.ended(job.file());
        post(() -> end(job, outcome));
    }

    private void end(DroppedFiles.Job job, Outcome outcome) {
        boolean installed = installer.installed(job.file()).isPresent();
        files.end(System.nanoTime(), job.file(), outcome, installed);
    }
}

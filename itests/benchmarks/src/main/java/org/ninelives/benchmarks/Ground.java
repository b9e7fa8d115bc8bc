package org.ninelives.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.ninelives.demo.lab.Cleanup;
import org.ninelives.demo.lab.NetworkNamespace;

/** Two nodes for a crowd of virtual routers, and a capture on the second; gone when closed. */
final class Ground implements AutoCloseable {

    private static final long LOOK_MILLIS = 100;

    private static int made;

    private final Cleanup cleanup;
    private final Path folder;
    private final Segments segments;
    private final Capture capture;

    Ground(int cables, Cleanup cleanup) throws IOException {
        this.cleanup = cleanup;
        folder = cleanup.newFolder("ninelives-bench");
        String prefix = "ninelives-%d-%d".formatted(ProcessHandle.current().pid(), ++made);
        segments = new Segments(prefix, cables, cleanup);
        capture = Capture.ofAdverts(segments.b(), folder.resolve("capture.pcap"), cleanup);
    }

    NetworkNamespace a() {
        return segments.a();
    }

    NetworkNamespace b() {
        return segments.b();
    }

    Capture capture() {
        return capture;
    }

    Run start(Product product, NetworkNamespace node, String configuration) throws IOException {
        return new Run(product, node, folder, configuration, cleanup);
    }

    /** Something that can be asked whether it has been seen. */
    @FunctionalInterface
    interface Question {
        boolean isSeen();
    }

    /**
     * Shows what is captured until that has been seen.
     *
     * @throws NotSeenException if it is not in time; with what the daemon said last
     */
    void await(String what, Question question, Sight sight, Duration timeout, Run run)
            throws IOException, InterruptedException, NotSeenException {
        await(capture, what, question, sight, timeout, run);
    }

    /** The same of another capture. */
    static void await(
            Capture capture, String what, Question question, Sight sight, Duration timeout, Run run)
            throws IOException, InterruptedException, NotSeenException {
        long end = System.nanoTime() + timeout.toNanos();
        capture.look(sight);
        while (!question.isSeen()) {
            if (System.nanoTime() > end) {
                throw new NotSeenException(
                        "not seen within %s: %s; the daemon said last: %s"
                                .formatted(timeout, what, run.lastWords()));
            }
            Thread.sleep(LOOK_MILLIS);
            capture.look(sight);
        }
    }

    @Override
    public void close() throws IOException {
        capture.close();
        segments.remove();
    }
}

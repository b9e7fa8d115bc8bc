package org.ninelives.linux.safeguard;

import static org.ninelives.linux.libc.Constants.F_SETPIPE_SZ;
import static org.ninelives.linux.libc.Constants.O_CLOEXEC;
import static org.ninelives.linux.libc.Constants.O_NONBLOCK;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a companion process running, on a thread of its own. */
final class CompanionProcess {

    private static final Logger LOG = LoggerFactory.getLogger(CompanionProcess.class);

    /** Some ten thousand addresses at once without waiting; the most anybody may ask for. */
    private static final int PIPE_BYTES = 1 << 20;

    /** As keepalived restarts its children. */
    private static final long DELAY_SECONDS_MAX = 60;

    private final CompanionCommand command;
    private final IntConsumer started;
    private final Runnable ended;
    private volatile boolean stopping;
    private volatile Process process;
    private final Thread thread = new Thread(this::keepRunning, "companion");

    /**
     * Starts nothing yet.
     *
     * @param started told the end of the pipe to write to, which is the hearer's to close
     * @param ended told that nobody reads from it any more
     */
    CompanionProcess(CompanionCommand command, IntConsumer started, Runnable ended) {
        this.command = command;
        this.started = started;
        this.ended = ended;
    }

    /** The companion and its successors live in the namespaces of the thread that calls. */
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** It is about to end and shall not be started again. Any thread. */
    void stop() {
        stopping = true;
        thread.interrupt();
    }

    /** Ends a companion that does not listen. Any thread. */
    void kill() {
        Process current = process;
        if (current != null) {
            current.destroyForcibly();
        }
    }

    private void keepRunning() {
        boolean failedBefore = false;
        long delaySeconds = 0;
        while (!stopping) {
            long startNanos = System.nanoTime();
            try {
                int status = runToItsEnd();
                failedBefore = false;
                if (!stopping) {
                    LOG.warn("The companion process ended with status {}", status);
                }
            } catch (IOException e) {
                if (!failedBefore) {
                    LOG.warn(
                            "The companion process cannot start ({}); until it does, kill -9 of"
                                    + " this daemon leaves its addresses on the machine",
                            e.getMessage());
                    failedBefore = true;
                }
            } catch (InterruptedException e) {
                return;
            }
            if (!command.respawn()) {
                return;
            }
            boolean livedLong =
                    System.nanoTime() - startNanos >= TimeUnit.SECONDS.toNanos(DELAY_SECONDS_MAX);
            delaySeconds = livedLong ? 0 : delaySeconds;
            if (!slept(delaySeconds)) {
                return;
            }
            delaySeconds = Math.clamp(2 * delaySeconds, 1, DELAY_SECONDS_MAX);
        }
    }

    private int runToItsEnd() throws IOException, InterruptedException {
        NativeBuffer ends = NativeBuffer.allocate(2 * Integer.BYTES);
        if (Libc.pipe2(ends.address(), O_CLOEXEC | O_NONBLOCK) != 0) {
            throw new IOException("pipe2: " + Errno.name(Errno.last()));
        }
        int readEnd = ends.bytes().getInt(0);
        int writeEnd = ends.bytes().getInt(Integer.BYTES);
        // A smaller pipe is slower, no more.
        Libc.fcntl(writeEnd, F_SETPIPE_SZ, PIPE_BYTES);
        // Before there is a process: what is written meanwhile waits in the pipe for it.
        started.accept(writeEnd);
        try {
            process = start(readEnd);
            LOG.info("Starting companion process, pid={}", process.pid());
            return process.waitFor();
        } finally {
            ended.run();
        }
    }

    /** Takes the descriptor over. */
    private Process start(int readEnd) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.words());
        builder.environment().putAll(command.environment());
        builder.directory(new File("/"));
        // Opened anew, so that reading blocks although writing does not.
        builder.redirectInput(new File("/proc/self/fd/" + readEnd));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        try {
            return builder.start();
        } finally {
            Libc.close(readEnd);
        }
    }

    private static boolean slept(long seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}

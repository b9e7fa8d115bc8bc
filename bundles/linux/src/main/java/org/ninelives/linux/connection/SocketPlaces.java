package org.ninelives.linux.connection;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ninelives.api.system.ExhaustedException;

/**
 * How many sockets may be open at once: three quarters of what the process may open, so that the
 * others, VRRP's among them, never find that nothing is left. Whoever comes when all are taken
 * waits, as the server it wants to reach is not at fault. Any thread.
 */
final class SocketPlaces {

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern SOFT_LIMIT = Pattern.compile("Max open files\\s+(\\d+)");

    /** What Linux gives to a process of which nothing is said. */
    private static final int USUAL_LIMIT = 1024;

    private final int count;
    private final Semaphore free;

    SocketPlaces(int count) {
        this.count = count;
        free = new Semaphore(count);
    }

    /** Those of this process. */
    static SocketPlaces ofThisProcess() {
        return new SocketPlaces(Math.max(1, limit() / 4 * 3));
    }

    private static int limit() {
        try {
            Matcher limit = SOFT_LIMIT.matcher(Files.readString(LIMITS));
            return limit.find() ? Integer.parseInt(limit.group(1)) : USUAL_LIMIT;
        } catch (IOException e) {
            return USUAL_LIMIT;
        }
    }

    /** Takes one, or waits for it. */
    void take(long deadlineNanos) throws IOException {
        if (free.tryAcquire()) {
            return;
        }
        try {
            long left = deadlineNanos - System.nanoTime();
            if (free.tryAcquire(Math.max(0, left), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a socket");
        }
        throw new ExhaustedException(
                "no socket: "
                        + count
                        + " are open, three quarters of what this process may open; raise"
                        + " LimitNOFILE of its service, or ulimit -n");
    }

    void giveBack() {
        free.release();
    }
}

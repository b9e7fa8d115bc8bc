package org.ninelives.launcher.log;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bounded queue of lines and the thread that writes them. A full queue loses lines rather than
 * time: an advert must not be late because a terminal is stopped or a disk is full. What was lost
 * is counted and told as soon as there is room again.
 */
final class AsyncLog {

    private final LogSink sink;
    private final BlockingQueue<Runnable> queue;
    private final AtomicLong suppressed = new AtomicLong();

    /**
     * Writes nothing before {@link #start}.
     *
     * @param lines how many lines may wait, at least 1
     */
    AsyncLog(LogSink sink, int lines) {
        this.sink = sink;
        this.queue = new ArrayBlockingQueue<>(lines);
    }

    void start() {
        Thread writer = new Thread(this::writeForEver, "log");
        writer.setDaemon(true);
        writer.start();
    }

    /** Any thread; never waits. */
    void add(LogLine line) {
        if (!queue.offer(() -> write(line))) {
            suppressed.incrementAndGet();
        }
    }

    /**
     * Waits until the lines added so far are written, at most so long.
     *
     * @return whether they are
     */
    boolean flush(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        CountDownLatch reached = new CountDownLatch(1);
        try {
            return queue.offer(reached::countDown, patience.toNanos(), TimeUnit.NANOSECONDS)
                    && reached.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void writeForEver() {
        try {
            while (true) {
                queue.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(LogLine line) {
        long lost = suppressed.getAndSet(0);
        if (lost > 0) {
            deliver(
                    new LogLine(
                            line.epochMillis(),
                            Severity.WARNING,
                            "suppressed " + lost + " lines: the log is slower than they came"));
        }
        deliver(line);
    }

    private void deliver(LogLine line) {
        try {
            sink.write(line);
        } catch (IOException e) {
            // There is nowhere left to tell it: the next line tells how many are missing.
            suppressed.incrementAndGet();
        }
    }
}

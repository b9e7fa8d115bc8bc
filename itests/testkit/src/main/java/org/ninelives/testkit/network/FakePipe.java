package org.ninelives.testkit.network;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** One direction of a connection. Any thread. */
final class FakePipe {

    private enum State {
        OPEN,
        /** Nothing will come, and whoever waits need not wait until the time is over. */
        SILENT,
        ENDED,
        RESET
    }

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Byte> bytes = new ArrayDeque<>();
    private State state = State.OPEN;

    void write(byte[] from, int offset, int length) throws IOException {
        lock.lock();
        try {
            if (state == State.ENDED || state == State.RESET) {
                throw new SocketException("connection reset");
            }
            for (int i = 0; i < length; i++) {
                bytes.add(from[offset + i]);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** As {@link java.io.InputStream#read(byte[], int, int)}, until the deadline at most. */
    int read(byte[] into, int offset, int length, long deadlineNanos) throws IOException {
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            awaitSomething(deadlineNanos);
            if (state == State.RESET) {
                throw new SocketException("connection reset");
            }
            int count = 0;
            while (count < length && !bytes.isEmpty()) {
                into[offset + count] = bytes.remove();
                count++;
            }
            return count == 0 ? -1 : count;
        } finally {
            lock.unlock();
        }
    }

    private void awaitSomething(long deadlineNanos) throws InterruptedIOException {
        long left = deadlineNanos - System.nanoTime();
        while (left > 0 && state == State.OPEN && bytes.isEmpty()) {
            try {
                left = changed.awaitNanos(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            }
        }
        if (left <= 0) {
            throw new SocketTimeoutException("timeout");
        }
        if (state == State.SILENT && bytes.isEmpty()) {
            throw new SocketTimeoutException("timeout: silence");
        }
    }

    void beSilent() {
        become(State.SILENT);
    }

    void end() {
        become(State.ENDED);
    }

    void reset() {
        become(State.RESET);
    }

    private void become(State next) {
        lock.lock();
        try {
            if (state == State.OPEN || state == State.SILENT) {
                state = next;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it has ended, whatever comes before. */
    void drain() throws IOException {
        byte[] thrownAway = new byte[4096];
        int count = 0;
        while (count >= 0) {
            count = read(thrownAway, 0, thrownAway.length, Long.MAX_VALUE);
        }
    }
}

package org.ninelives.linux.connection;

import static org.ninelives.linux.libc.Constants.EPOLLET;
import static org.ninelives.linux.libc.Constants.EPOLLIN;
import static org.ninelives.linux.libc.Constants.EPOLLOUT;
import static org.ninelives.linux.libc.Constants.EPOLLRDHUP;
import static org.ninelives.linux.libc.Constants.EPOLL_CLOEXEC;
import static org.ninelives.linux.libc.Constants.EPOLL_CTL_ADD;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.StampedLock;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.poll.EpollEvents;
import org.ninelives.linux.poll.Wakeup;

/** Tells those who wait for sockets: one epoll(7) and one thread for thousands of them. */
final class Readiness implements AutoCloseable {

    private static final int EVENTS_MAX = 512;

    /** Stands for the wakeup; those of sockets begin above. */
    private static final long WAKEUP = 0;

    private final ConcurrentMap<Long, Waiter> waiters = new ConcurrentHashMap<>();
    private final AtomicLong keys = new AtomicLong(WAKEUP);
    private final Alarm alarm = new Alarm();
    private final EpollEvents events = EpollEvents.allocate(EVENTS_MAX);
    private final Wakeup wakeup = new Wakeup();
    private final int epoll;

    /** Held for reading while the epoll descriptor is used, for writing while it is closed. */
    private final StampedLock use = new StampedLock();

    private volatile boolean ended;

    /** Starts the thread, named after what it serves. */
    Readiness(String threadName) throws SystemException {
        epoll = Libc.epoll_create1(EPOLL_CLOEXEC);
        if (epoll < 0) {
            wakeup.close();
            throw new SystemException("epoll_create1", Errno.name(Errno.last()), "");
        }
        EpollEvents wake = EpollEvents.allocate(1);
        wake.set(0, EPOLLIN, WAKEUP);
        if (Libc.epoll_ctl(epoll, EPOLL_CTL_ADD, wakeup.fd(), wake.address()) != 0) {
            SystemException refused =
                    new SystemException("epoll_ctl", Errno.name(Errno.last()), "");
            wakeup.close();
            Libc.close(epoll);
            throw refused;
        }
        Thread.ofPlatform().name(threadName).daemon().start(this::run);
    }

    private void run() {
        int patienceMillis = -1;
        while (!ended) {
            int count = Libc.epoll_wait(epoll, events.address(), EVENTS_MAX, patienceMillis);
            boolean called = false;
            for (int i = 0; i < count; i++) {
                called |= events.data(i) == WAKEUP;
                tell(events.data(i), events.flags(i));
            }
            long now = System.nanoTime();
            if (called) {
                wakeup.readable(now, 1);
            }
            patienceMillis = alarm.look(waiters.values(), now, called);
        }
        long stamp = use.writeLock();
        try {
            Libc.close(epoll);
            wakeup.close();
            waiters.values().forEach(waiter -> waiter.tell(Waiter.ENDED));
        } finally {
            use.unlockWrite(stamp);
        }
    }

    private void tell(long key, int flags) {
        Waiter waiter = waiters.get(key);
        if (waiter != null) {
            waiter.tell(flags);
        }
    }

    /** Somebody who is watched for waits from now on, and is woken when his time is over. */
    void expect(long deadlineNanos) {
        if (alarm.misses(deadlineNanos)) {
            wakeup.signal();
        }
    }

    /**
     * Begins to tell of a socket.
     *
     * @param memory for the call
     * @return its key, never used again, as numbers of descriptors are
     */
    long watch(int fd, Waiter waiter, NativeBuffer memory) throws SystemException {
        Long key = keys.incrementAndGet();
        waiters.put(key, waiter);
        new EpollEvents(memory).set(0, EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, key);
        long stamp = use.readLock();
        try {
            if (ended) {
                waiter.tell(Waiter.ENDED);
            } else if (Libc.epoll_ctl(epoll, EPOLL_CTL_ADD, fd, memory.address()) != 0) {
                String errno = Errno.name(Errno.last());
                waiters.remove(key);
                throw new SystemException(
                        "epoll_ctl", errno, "fs.epoll.max_user_watches limits how many sockets");
            }
        } finally {
            use.unlockRead(stamp);
        }
        return key;
    }

    /** Ends telling of a socket that is about to be closed, which takes it out of epoll itself. */
    void forget(long key) {
        waiters.remove(key);
    }

    /** Ends the thread; whoever waits is told. */
    @Override
    public void close() {
        ended = true;
        wakeup.signal();
    }
}

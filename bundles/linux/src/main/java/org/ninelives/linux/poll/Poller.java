package org.ninelives.linux.poll;

import static org.ninelives.linux.libc.Constants.EPOLLIN;
import static org.ninelives.linux.libc.Constants.EPOLL_CLOEXEC;
import static org.ninelives.linux.libc.Constants.EPOLL_CTL_ADD;
import static org.ninelives.linux.libc.Constants.EPOLL_CTL_DEL;
import static org.ninelives.linux.libc.Constants.POLLIN;
import static org.ninelives.linux.libc.Constants.SYS_EPOLL_PWAIT2;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;

/** Waits until a target is readable or some nanoseconds have passed. One thread; no allocation. */
public final class Poller implements AutoCloseable {

    /** The answer to how long to wait that means until something is readable. */
    public static final long FOREVER = Long.MAX_VALUE;

    private static final int EVENTS_MAX = 64;

    /** So that a flood of packets lets deadlines be looked at every few hundred microseconds. */
    private static final int PACKETS_PER_TURN = 256;

    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int epoll;
    private final EpollEvents events = EpollEvents.allocate(EVENTS_MAX);
    private final EpollEvents oneEvent = EpollEvents.allocate(1);
    private final NativeBuffer timeout = NativeBuffer.allocate(2 * Long.BYTES);
    private final NativeBuffer pollEpoll = NativeBuffer.allocate(Long.BYTES);
    private boolean waitsInNanos;
    private PollTarget[] targets = new PollTarget[64];
    private int ready;

    public Poller() throws SystemException {
        this(true);
    }

    /**
     * A poller.
     *
     * @param waitsInNanos whether to try epoll_pwait2, which the kernel has since Linux 5.11
     */
    Poller(boolean waitsInNanos) throws SystemException {
        this.waitsInNanos = waitsInNanos;
        epoll = Libc.epoll_create1(EPOLL_CLOEXEC);
        if (epoll < 0) {
            throw new SystemException("epoll_create1", Errno.name(Errno.last()), "");
        }
        // struct pollfd of poll.h: the descriptor and the events waited for.
        pollEpoll.bytes().putInt(0, epoll).putShort(4, (short) POLLIN);
    }

    public void add(PollTarget target) throws SystemException {
        int fd = target.fd();
        oneEvent.set(0, EPOLLIN, fd);
        if (Libc.epoll_ctl(epoll, EPOLL_CTL_ADD, fd, oneEvent.address()) != 0) {
            throw new SystemException("epoll_ctl", Errno.name(Errno.last()), "");
        }
        if (fd >= targets.length) {
            targets = Arrays.copyOf(targets, Math.max(fd + 1, 2 * targets.length));
        }
        targets[fd] = target;
    }

    /** Forgets a target; to be called before its descriptor is closed. */
    public void remove(PollTarget target) {
        Libc.epoll_ctl(epoll, EPOLL_CTL_DEL, target.fd(), oneEvent.address());
        targets[target.fd()] = null;
    }

    /**
     * Waits at most that long: nanoseconds, or {@link #FOREVER}.
     *
     * @return how many targets are readable; {@link #target} tells which
     */
    public int await(long nanos) {
        int count = waitNanos(Math.max(0, nanos));
        ready = Math.max(0, count); // EINTR is a turn without work.
        return ready;
    }

    private int waitNanos(long nanos) {
        long timespec = 0;
        if (nanos != FOREVER) {
            timeout.bytes()
                    .putLong(0, nanos / NANOS_PER_SECOND)
                    .putLong(Long.BYTES, nanos % NANOS_PER_SECOND);
            timespec = timeout.address();
        }
        if (waitsInNanos) {
            long count =
                    Libc.syscall(
                            SYS_EPOLL_PWAIT2, epoll, events.address(), EVENTS_MAX, timespec, 0, 0);
            // EPERM is what seccomp filters answer that are older than the call.
            if (count >= 0 || (Errno.last() != Errno.ENOSYS && Errno.last() != Errno.EPERM)) {
                return (int) count;
            }
            waitsInNanos = false;
        }
        Libc.ppoll(pollEpoll.address(), 1, timespec, 0);
        return Libc.epoll_wait(epoll, events.address(), EVENTS_MAX, 0);
    }

    /**
     * One of the readable targets; null when it was removed meanwhile.
     *
     * @param i from 0 to what {@link #await} returned, exclusive
     */
    public PollTarget target(int i) {
        return targets[(int) events.data(i)];
    }

    /** At most how many packets each readable target may handle in this turn. */
    public int share() {
        return Math.max(1, PACKETS_PER_TURN / Math.max(1, ready));
    }

    @Override
    public void close() {
        Libc.close(epoll);
    }
}

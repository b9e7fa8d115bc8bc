package org.ninelives.linux.poll;

import static org.ninelives.linux.libc.Constants.CLOCK_MONOTONIC;
import static org.ninelives.linux.libc.Constants.TFD_CLOEXEC;
import static org.ninelives.linux.libc.Constants.TFD_NONBLOCK;

import java.util.concurrent.TimeUnit;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;

/** Runs work once after some time, by timerfd_create(2): for ports that have to wait themselves. */
public final class Alarm implements PollTarget, AutoCloseable {

    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    /** struct itimerspec: an interval, which stays zero, and the time to go. */
    private final NativeBuffer time = NativeBuffer.allocate(4 * Long.BYTES);

    private final NativeBuffer expirations = NativeBuffer.allocate(Long.BYTES);
    private final Poller poller;
    private final Runnable work;
    private final int fd;

    /** An alarm that is not set. */
    public Alarm(Poller poller, Runnable work) throws SystemException {
        this.poller = poller;
        this.work = work;
        fd = Libc.timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
        if (fd < 0) {
            throw new SystemException("timerfd_create", Errno.name(Errno.last()), "");
        }
        try {
            poller.add(this);
        } catch (SystemException e) {
            Libc.close(fd);
            throw e;
        }
    }

    /** Sets it, anew if it was set: nanoseconds from now, at least one. */
    public void set(long nanos) {
        time.bytes()
                .putLong(2 * Long.BYTES, nanos / NANOS_PER_SECOND)
                .putLong(3 * Long.BYTES, nanos % NANOS_PER_SECOND);
        Libc.timerfd_settime(fd, 0, time.address(), 0);
    }

    @Override
    public int fd() {
        return fd;
    }

    @Override
    public void readable(long nowNanos, int share) {
        Libc.read(fd, expirations.address(), Long.BYTES);
        work.run();
    }

    @Override
    public void close() {
        poller.remove(this);
        Libc.close(fd);
    }
}

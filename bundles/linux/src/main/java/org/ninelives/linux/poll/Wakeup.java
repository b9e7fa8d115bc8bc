package org.ninelives.linux.poll;

import static org.ninelives.linux.libc.Constants.EFD_CLOEXEC;
import static org.ninelives.linux.libc.Constants.EFD_NONBLOCK;

import java.util.concurrent.atomic.AtomicBoolean;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;

/** Lets other threads end the wait of a poller, by eventfd(2). */
public final class Wakeup implements PollTarget, AutoCloseable {

    private final int fd;
    private final NativeBuffer one = NativeBuffer.allocate(Long.BYTES);
    private final NativeBuffer count = NativeBuffer.allocate(Long.BYTES);
    private final AtomicBoolean signalled = new AtomicBoolean();
    private boolean closed;

    public Wakeup() throws SystemException {
        fd = Libc.eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        if (fd < 0) {
            throw new SystemException("eventfd", Errno.name(Errno.last()), "");
        }
        one.bytes().putLong(0, 1);
    }

    /** Ends the current or the next wait. Any thread. */
    public void signal() {
        if (signalled.compareAndSet(false, true)) {
            write();
        }
    }

    /** Excludes {@link #close}: the descriptor may be another's afterwards. */
    private synchronized void write() {
        if (!closed) {
            Libc.write(fd, one.address(), Long.BYTES);
        }
    }

    @Override
    public int fd() {
        return fd;
    }

    @Override
    public void readable(long nowNanos, int share) {
        Libc.read(fd, count.address(), Long.BYTES);
        // Cleared before the work is looked at, so that work posted from here on signals again.
        signalled.set(false);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Libc.close(fd);
        }
    }
}

package org.ninelives.linux.signal;

import static org.ninelives.linux.libc.Constants.POLLIN;
import static org.ninelives.linux.libc.Constants.SFD_CLOEXEC;

import java.util.Optional;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.poll.Wakeup;

/**
 * Reads blocked signals, by signalfd(2). Signals that were blocked before the JVM began are blocked
 * in all of its threads, and wait until they are read here. One thread waits.
 */
final class SignalDescriptor implements AutoCloseable {

    /** Of glibc's sigset_t, of which the kernel reads the first eight. */
    private static final int SIGSET_BYTES = 128;

    /** Of struct signalfd_siginfo of linux/signalfd.h, which begins with the number. */
    private static final int SIGINFO_BYTES = 128;

    /** Of struct pollfd of poll.h: the descriptor, then what is wanted and what is there. */
    private static final int POLLFD_BYTES = 8;

    private static final int NO_LIMIT = 0;

    private final int fd;
    private final Wakeup end = new Wakeup();
    private final NativeBuffer info = NativeBuffer.allocate(SIGINFO_BYTES);
    private final NativeBuffer descriptors = NativeBuffer.allocate(2 * POLLFD_BYTES);

    /**
     * Reads these from now on.
     *
     * @throws SystemException if the kernel has no descriptor for it
     */
    SignalDescriptor(long signals) throws SystemException {
        NativeBuffer set = NativeBuffer.allocate(SIGSET_BYTES);
        set.bytes().putLong(0, signals);
        fd = Libc.signalfd(-1, set.address(), SFD_CLOEXEC);
        if (fd < 0) {
            end.close();
            throw new SystemException("signalfd", Errno.name(Errno.last()), "");
        }
        wantToRead(0, fd);
        wantToRead(1, end.fd());
    }

    private void wantToRead(int place, int descriptor) {
        descriptors.bytes().putInt(place * POLLFD_BYTES, descriptor);
        descriptors.bytes().putShort(place * POLLFD_BYTES + Integer.BYTES, (short) POLLIN);
    }

    /** Waits for the next one; empty for one that is none of ours, or at the end. */
    Optional<RealTimeSignal> next() {
        Libc.ppoll(descriptors.address(), 2, NO_LIMIT, 0);
        if ((descriptors.bytes().getShort(POLLFD_BYTES - Short.BYTES) & POLLIN) == 0
                || Libc.read(fd, info.address(), SIGINFO_BYTES) != SIGINFO_BYTES) {
            return Optional.empty();
        }
        int number = info.bytes().getInt(0);
        for (RealTimeSignal signal : RealTimeSignal.values()) {
            if (signal.number() == number) {
                return Optional.of(signal);
            }
        }
        return Optional.empty();
    }

    /** Ends the wait. Any thread. */
    void wake() {
        end.signal();
    }

    /** Only when nobody waits any more. */
    @Override
    public void close() {
        Libc.close(fd);
        end.close();
    }
}

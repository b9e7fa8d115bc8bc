package org.ninelives.linux.companion;

import static org.ninelives.linux.libc.Constants.POLLIN;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;

/** Standard input, with a limit to how long one waits for it. */
final class DaemonPipe {

    /** A deadline that never comes. */
    static final long FOREVER = Long.MAX_VALUE;

    private static final int STANDARD_INPUT = 0;
    private static final int READ_BYTES = 256 * 1024;
    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final NativeBuffer memory = NativeBuffer.allocate(READ_BYTES);

    /** struct pollfd of poll.h. */
    private final NativeBuffer poll = NativeBuffer.allocate(Long.BYTES);

    private final NativeBuffer timeout = NativeBuffer.allocate(2 * Long.BYTES);

    DaemonPipe() {
        poll.bytes().putInt(0, STANDARD_INPUT).putShort(4, (short) POLLIN);
    }

    /** Waits until something can be read, or the pipe has ended, or a time on the clock. */
    boolean await(long deadlineNanos) {
        while (true) {
            long timespec = 0;
            if (deadlineNanos != FOREVER) {
                long left = Math.max(0, deadlineNanos - System.nanoTime());
                timeout.bytes()
                        .putLong(0, left / NANOS_PER_SECOND)
                        .putLong(Long.BYTES, left % NANOS_PER_SECOND);
                timespec = timeout.address();
            }
            int ready = Libc.ppoll(poll.address(), 1, timespec, 0);
            if (ready >= 0) {
                return ready > 0;
            }
        }
    }

    /** Reads what there is; false at the end. */
    boolean read() {
        long length;
        do {
            length = Libc.read(STANDARD_INPUT, memory.address(), READ_BYTES);
        } while (length < 0 && Errno.last() == Errno.EINTR);
        memory.bytes().position(0).limit((int) Math.max(0, length));
        return length > 0;
    }

    /** What was read last. */
    ByteBuffer bytes() {
        return memory.bytes();
    }
}

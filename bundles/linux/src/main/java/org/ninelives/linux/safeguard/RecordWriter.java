package org.ninelives.linux.safeguard;

import static org.ninelives.linux.libc.Constants.POLLOUT;

import java.nio.ByteBuffer;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;

/**
 * Writes records to a pipe and never waits: what the pipe cannot take stays here. To a file, which
 * takes everything, it writes as well.
 */
public final class RecordWriter implements AutoCloseable {

    private static final int WAITING_BYTES_MIN = 64 * 1024;

    /** A quarter of a million addresses: a companion that is so far behind does not read at all. */
    private static final int WAITING_BYTES_MAX = 32 << 20;

    private static final long WAIT_NANOS = 10_000_000;
    private static final int WAITS_MAX = 50;

    private final int fd;
    private NativeBuffer memory = NativeBuffer.allocate(WAITING_BYTES_MIN);
    private int start;
    private int end;
    private boolean broken;

    /**
     * Takes a descriptor over.
     *
     * @param fd the end to write to, which does not block
     */
    public RecordWriter(int fd) {
        this.fd = fd;
    }

    /** Remember how to undo a change; see {@link UndoRecord#PUT}. */
    public void put(int id, Undo undo) {
        ByteBuffer record = record(UndoRecord.PUT, id, UndoRecord.PUT_HEADER + undo.bytes().length);
        record.putInt(undo.kind().code()).put(undo.bytes());
    }

    /** Forget it; see {@link UndoRecord#DROP}. */
    public void drop(int id) {
        record(UndoRecord.DROP, id, UndoRecord.HEADER);
    }

    void beat(int thread) {
        record(UndoRecord.BEAT, thread, UndoRecord.HEADER);
    }

    void bye() {
        record(UndoRecord.BYE, 0, UndoRecord.HEADER);
    }

    /** Makes room and writes the header; what follows it is for the caller to write. */
    private ByteBuffer record(int type, int id, int length) {
        if (end + length > memory.size()) {
            makeRoom(length);
        }
        ByteBuffer record = memory.bytes();
        record.position(end);
        end += length;
        return record.putInt(length).putInt(type).putInt(id);
    }

    private void makeRoom(int length) {
        int waiting = end - start;
        NativeBuffer target = memory;
        if (waiting + length > memory.size() / 2) {
            target = NativeBuffer.allocate(Math.max(2 * memory.size(), waiting + length));
        }
        target.bytes().put(0, memory.bytes().duplicate(), start, waiting);
        memory = target;
        start = 0;
        end = waiting;
    }

    /** Whether nobody reads any more, or has not for too long. */
    public boolean isBroken() {
        return broken || end - start > WAITING_BYTES_MAX;
    }

    /** Writes what the other side takes. */
    public void flush() {
        while (start < end && !broken) {
            long written = Libc.write(fd, memory.address() + start, end - start);
            if (written >= 0) {
                start += (int) written;
            } else if (Errno.last() == Errno.EAGAIN) {
                return;
            } else {
                broken = Errno.last() != Errno.EINTR;
            }
        }
        start = 0;
        end = 0;
    }

    /** Writes everything, and waits for a reader that is behind, but not for ever. */
    void drain() {
        // struct pollfd of poll.h, then struct timespec.
        NativeBuffer poll = NativeBuffer.allocate(3 * Long.BYTES);
        poll.bytes().putInt(0, fd).putShort(4, (short) POLLOUT).putLong(2 * Long.BYTES, WAIT_NANOS);
        flush();
        for (int i = 0; i < WAITS_MAX && start < end && !broken; i++) {
            Libc.ppoll(poll.address(), 1, poll.address() + Long.BYTES, 0);
            flush();
        }
    }

    /** A companion takes this for the end of the daemon, unless it has heard {@link #bye}. */
    @Override
    public void close() {
        Libc.close(fd);
    }
}

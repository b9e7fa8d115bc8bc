package org.ninelives.linux.program;

import static org.ninelives.linux.libc.Constants.O_CLOEXEC;
import static org.ninelives.linux.libc.Constants.O_NONBLOCK;

import java.io.File;
import java.util.function.Consumer;
import org.ninelives.api.system.ProgramOutputs;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.poll.PollTarget;

/** A pipe from one program. What it has read belongs to the thread that reads all pipes. */
final class OutputPipe implements ProgramOutputs.Output, PollTarget {

    /** What happens to a pipe, in order; all on the reading thread. */
    interface Reader {

        /** Runs on the reading thread what is told below. */
        void post(Runnable work);

        void begin(OutputPipe pipe);

        void programEnded(OutputPipe pipe);

        void ended(OutputPipe pipe);

        /** Where to read into. */
        NativeBuffer memory();
    }

    /** Whoever writes that much after the program has ended is not what a daemon is. */
    private static final long AFTERWARDS_BYTES_MAX = 1 << 20;

    /** More than a pipe holds, unless someone writes at this moment. */
    private static final int READS_AT_THE_END = 16;

    private final Reader reader;
    private final int readEnd;
    private final int writeEnd;
    private final Tail tail = new Tail(ProgramOutputs.TAIL_BYTES);
    private long afterwardsBytes;
    private boolean programEnded;
    private boolean closed;

    OutputPipe(Reader reader) throws SystemException {
        this.reader = reader;
        NativeBuffer ends = NativeBuffer.allocate(2 * Integer.BYTES);
        if (Libc.pipe2(ends.address(), O_CLOEXEC | O_NONBLOCK) != 0) {
            throw new SystemException("pipe2", Errno.name(Errno.last()), "");
        }
        readEnd = ends.bytes().getInt(0);
        writeEnd = ends.bytes().getInt(Integer.BYTES);
    }

    /** Opened anew, so that writing blocks although reading does not. */
    @Override
    public File file() {
        return new File("/proc/self/fd/" + writeEnd);
    }

    @Override
    public void handedOver() {
        Libc.close(writeEnd);
        reader.post(() -> reader.begin(this));
    }

    @Override
    public void finish(Consumer<byte[]> told) {
        reader.post(
                () -> {
                    for (int i = 0; i < READS_AT_THE_END && !closed; i++) {
                        if (!read()) {
                            break;
                        }
                    }
                    programEnded = true;
                    if (!closed) {
                        reader.programEnded(this);
                    }
                    told.accept(tail.bytes());
                });
    }

    @Override
    public int fd() {
        return readEnd;
    }

    @Override
    public void readable(long nowNanos, int share) {
        read();
    }

    /** Reads once; whether there was something. */
    private boolean read() {
        NativeBuffer memory = reader.memory();
        long count = Libc.read(readEnd, memory.address(), memory.size());
        if (count > 0) {
            keep((int) count, memory);
        } else if (count == 0 || (Errno.last() != Errno.EAGAIN && Errno.last() != Errno.EINTR)) {
            close();
        }
        return count > 0;
    }

    private void keep(int count, NativeBuffer memory) {
        if (!programEnded) {
            tail.add(memory.bytes(), count);
            return;
        }
        afterwardsBytes += count;
        if (afterwardsBytes > AFTERWARDS_BYTES_MAX) {
            close();
        }
    }

    /** Whoever still writes gets SIGPIPE. Reading thread only. */
    void close() {
        if (!closed) {
            closed = true;
            reader.ended(this);
            Libc.close(readEnd);
        }
    }
}

package org.ninelives.linux.safeguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.linux.libc.Constants.O_CLOEXEC;
import static org.ninelives.linux.libc.Constants.O_NONBLOCK;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;

class RecordWriterTest {

    private static final int BUFFER_BYTES = 1 << 20;

    private final NativeBuffer ends = NativeBuffer.allocate(2 * Integer.BYTES);
    private final NativeBuffer received = NativeBuffer.allocate(BUFFER_BYTES);
    private final RecordWriter pipe = open();
    private boolean readerClosed;

    private RecordWriter open() {
        assertThat(Libc.pipe2(ends.address(), O_CLOEXEC | O_NONBLOCK)).isZero();
        return new RecordWriter(ends.bytes().getInt(Integer.BYTES));
    }

    @AfterEach
    void close() {
        pipe.close();
        closeReader();
    }

    private void closeReader() {
        if (!readerClosed) {
            readerClosed = true;
            Libc.close(readEnd());
        }
    }

    private int readEnd() {
        return ends.bytes().getInt(0);
    }

    @Test
    void nothingIsWrittenBeforeTheFlush() {
        pipe.drop(1);
        assertThat(read().remaining()).isZero();
        pipe.flush();
        assertThat(read().remaining()).isEqualTo(UndoRecord.HEADER);
    }

    @Test
    void recordsTellWhatToDo() {
        pipe.put(7, Undo.file("/proc/sys/a", "1"));
        pipe.drop(8);
        pipe.beat(9);
        pipe.bye();
        pipe.flush();

        ByteBuffer records = read();
        byte[] undo = new byte[13];
        assertThat(ints(records, 4)).containsExactly(29, UndoRecord.PUT, 7, -1);
        records.get(undo);
        assertThat(undo).asString().isEqualTo("/proc/sys/a\0" + "1");
        assertThat(ints(records, 3)).containsExactly(12, UndoRecord.DROP, 8);
        assertThat(ints(records, 3)).containsExactly(12, UndoRecord.BEAT, 9);
        assertThat(ints(records, 3)).containsExactly(12, UndoRecord.BYE, 0);
        assertThat(records.hasRemaining()).isFalse();
    }

    @Test
    void aReaderThatIsBehindMissesNothing() {
        int count = 50_000; // Many times what a pipe takes.
        for (int id = 0; id < count; id++) {
            pipe.drop(id);
            if (id % 1_000 == 0) {
                pipe.flush();
            }
        }
        ByteBuffer all =
                ByteBuffer.allocate(count * UndoRecord.HEADER).order(ByteOrder.nativeOrder());
        while (all.hasRemaining()) {
            pipe.flush();
            all.put(read());
        }
        all.flip();
        for (int id = 0; id < count; id++) {
            assertThat(ints(all, 3)).containsExactly(12, UndoRecord.DROP, id);
        }
        assertThat(pipe.isBroken()).isFalse();
    }

    @Test
    void aReaderThatIsGoneBreaksIt() {
        closeReader();
        pipe.beat(1);
        pipe.flush();
        assertThat(pipe.isBroken()).isTrue();
    }

    @Test
    void aReaderThatNeverReadsBreaksItBeforeMemoryRunsOut() {
        Undo undo = Undo.file("/proc/sys/a", "x".repeat(8_000));
        for (int id = 0; id < 4_300; id++) {
            pipe.put(id, undo);
            pipe.flush();
        }
        assertThat(pipe.isBroken()).isTrue();
    }

    /** What is there, which need not end with a record. */
    private ByteBuffer read() {
        received.bytes().clear();
        long length = 0;
        long more = 1;
        while (more > 0 && length < BUFFER_BYTES) {
            more = Libc.read(readEnd(), received.address() + length, BUFFER_BYTES - length);
            length += Math.max(0, more);
        }
        return received.bytes().slice(0, (int) length).order(ByteOrder.nativeOrder());
    }

    private static int[] ints(ByteBuffer records, int count) {
        int[] ints = new int[count];
        for (int i = 0; i < count; i++) {
            ints[i] = records.getInt();
        }
        return ints;
    }
}

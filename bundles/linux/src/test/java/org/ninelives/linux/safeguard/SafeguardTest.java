package org.ninelives.linux.safeguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.linux.libc.Constants.O_CLOEXEC;
import static org.ninelives.linux.libc.Constants.O_NONBLOCK;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;

class SafeguardTest {

    private static final Undo UNDO = Undo.file("/proc/sys/a", "1");
    private static final Undo OTHER = Undo.file("/proc/sys/b", "2");
    private static final int BUFFER_BYTES = 64 * 1024;

    private final NativeBuffer ends = NativeBuffer.allocate(2 * Integer.BYTES);
    private final NativeBuffer received = NativeBuffer.allocate(BUFFER_BYTES);
    private final Safeguard safeguard =
            new Safeguard(new CompanionCommand(List.of(), Map.of(), false), Runnable::run);

    private RecordWriter pipe;

    @BeforeEach
    void open() {
        assertThat(Libc.pipe2(ends.address(), O_CLOEXEC | O_NONBLOCK)).isZero();
        pipe = new RecordWriter(ends.bytes().getInt(Integer.BYTES));
    }

    /** Who has attached the pipe closes it too. */
    @AfterEach
    void close() {
        safeguard.close();
        Libc.close(ends.bytes().getInt(0));
    }

    @Test
    void aCompanionThatComesLaterIsToldAllThereIs() {
        safeguard.put("a", UNDO);
        safeguard.put("b", OTHER);
        safeguard.put("c", UNDO);
        safeguard.drop("a");
        safeguard.attach(pipe);

        assertThat(told()).containsExactly("beat", "put 2", "put 3");
    }

    @Test
    void whatIsPutAgainReplacesWhatWasPut() {
        safeguard.attach(pipe);
        safeguard.put("a", UNDO);
        safeguard.put("a", OTHER);
        safeguard.drop("a");
        safeguard.drop("a");
        safeguard.flush();

        assertThat(told()).containsExactly("beat", "put 1", "put 1", "drop 1");
    }

    @Test
    void nothingIsHandedOverBeforeTheFlushOrTheEndOfTheTurn() {
        safeguard.attach(pipe);
        told();
        safeguard.put("a", UNDO);
        assertThat(told()).isEmpty();
        safeguard.flush();
        assertThat(told()).containsExactly("put 1");
        safeguard.drop("a");
        safeguard.turnEnded(0);
        assertThat(told()).containsExactly("drop 1");
    }

    @Test
    void itBeatsWhileAnythingIsHeldOnly() {
        safeguard.attach(pipe);
        assertThat(safeguard.deadlineNanos()).isEqualTo(Long.MAX_VALUE);
        safeguard.put("a", UNDO);
        safeguard.turnEnded(5);
        assertThat(told()).containsExactly("beat", "put 1", "beat");
        assertThat(safeguard.deadlineNanos()).isEqualTo(5 + UndoRecord.BEAT_NANOS);
        safeguard.turnEnded(6);
        assertThat(told()).isEmpty();
        safeguard.turnEnded(5 + UndoRecord.BEAT_NANOS);
        assertThat(told()).containsExactly("beat");
        safeguard.drop("a");
        assertThat(safeguard.deadlineNanos()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void itSaysGoodbye() {
        safeguard.attach(pipe);
        safeguard.put("a", UNDO);
        safeguard.close();

        assertThat(told()).containsExactly("beat", "put 1", "bye");
    }

    @Test
    void withoutACompanionNothingIsKept() {
        safeguard.attach(pipe);
        try (Safeguard none = new Safeguard()) {
            none.start();
            none.put("a", UNDO);
            none.flush();
            none.turnEnded(0);
            assertThat(none.deadlineNanos()).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void aCompanionThatCannotStartHoldsNothingUp() throws Exception {
        BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
        CompanionCommand missing =
                new CompanionCommand(List.of("/nonexistent/companion"), Map.of(), false);
        safeguard.attach(pipe);
        try (Safeguard alone = new Safeguard(missing, posted::add)) {
            alone.start();
            posted.take().run(); // There is a pipe,
            alone.put("a", UNDO);
            posted.take().run(); // and nobody will ever read from it.
            alone.flush();
            assertThat(alone.deadlineNanos()).isEqualTo(Long.MAX_VALUE);
        }
    }

    private List<String> told() {
        long length = Libc.read(ends.bytes().getInt(0), received.address(), BUFFER_BYTES);
        ByteBuffer records =
                received.bytes().slice(0, (int) Math.max(0, length)).order(ByteOrder.nativeOrder());
        List<String> told = new ArrayList<>();
        while (records.hasRemaining()) {
            int start = records.position();
            int id = records.getInt(start + UndoRecord.ID);
            told.add(
                    switch (records.getInt(start + UndoRecord.TYPE)) {
                        case UndoRecord.PUT -> "put " + id;
                        case UndoRecord.DROP -> "drop " + id;
                        case UndoRecord.BEAT -> "beat";
                        case UndoRecord.BYE -> "bye";
                        default -> "nonsense";
                    });
            records.position(start + records.getInt(start));
        }
        return told;
    }
}

package org.ninelives.linux.companion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.linux.safeguard.Undo;
import org.ninelives.linux.safeguard.UndoRecord;

class RecordReaderTest {

    private static final int ROUTE = Undo.Kind.ROUTE.code();

    private final UndoBook book = new UndoBook(new Kernel());
    private final RecordReader reader = new RecordReader(book);
    private final ByteBuffer bytes = ByteBuffer.allocate(64 * 1024).order(ByteOrder.nativeOrder());

    @Test
    void whatIsPutAndDroppedIsNoMore() throws RecordException {
        put(1, 16);
        put(2, 20);
        record(UndoRecord.DROP, 1);

        assertThat(read()).isFalse();
        assertThat(book.isEmpty()).isFalse();
        record(UndoRecord.DROP, 2);
        read();
        assertThat(book.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 11, 12, 13, 31, 32, 33})
    void recordsMayComeInAnyPieces(int size) throws RecordException {
        put(1, 16);
        put(2, 16);
        record(UndoRecord.DROP, 1);
        record(UndoRecord.BEAT, 77);
        record(UndoRecord.DROP, 2);
        ByteBuffer all = bytes.flip();
        for (int start = 0; start < all.limit(); start += size) {
            int length = Math.min(size, all.limit() - start);
            ByteBuffer piece = all.slice(start, length).order(ByteOrder.nativeOrder());
            assertThat(reader.read(piece)).isFalse();
        }
        assertThat(book.isEmpty()).isTrue();
        assertThat(reader.loopThread()).isEqualTo(77);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12})
    void nothingIsReadBehindTheGoodbye(int firstPiece) throws RecordException {
        record(UndoRecord.BYE, 0);
        bytes.put((byte) 99);
        ByteBuffer all = bytes.flip();
        ByteBuffer piece = all.slice(0, firstPiece).order(ByteOrder.nativeOrder());
        boolean goodbye = reader.read(piece);
        if (!goodbye) {
            goodbye =
                    reader.read(
                            all.slice(firstPiece, all.limit() - firstPiece)
                                    .order(ByteOrder.nativeOrder()));
        }
        assertThat(goodbye).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "12, 0, a record of type 0",
        "12, 5, a record of type 5",
        "13, 2, a record of type 2 with 13 bytes",
        "0, 3, a record of type 3 with 0 bytes",
        "-1, 1, a record of type 1 with -1 bytes",
        "16, 1, a record of type 1 with 16 bytes",
        "2147483647, 1, a record of type 1 with 2147483647 bytes"
    })
    void whatIsNoRecordIsRefused(int length, int type, String complaint) {
        bytes.putInt(length).putInt(type).putInt(0).putInt(ROUTE).putLong(0).putLong(0);

        assertThatThrownBy(this::read).isInstanceOf(RecordException.class).hasMessage(complaint);
    }

    @Test
    void anUndoOfUnknownKindIsRefused() {
        bytes.putInt(32).putInt(UndoRecord.PUT).putInt(1).putInt(98).putLong(0).putLong(0);

        assertThatThrownBy(this::read).hasMessage("an undo of kind 98");
    }

    @Test
    void aMessageWithoutHeaderIsRefused() {
        put(1, 15);

        assertThatThrownBy(this::read).hasMessage("a netlink message of 15 bytes");
    }

    private void put(int id, int undoBytes) {
        bytes.putInt(UndoRecord.PUT_HEADER + undoBytes).putInt(UndoRecord.PUT).putInt(id);
        bytes.putInt(ROUTE).put(new byte[undoBytes]);
    }

    private void record(int type, int id) {
        bytes.putInt(UndoRecord.HEADER).putInt(type).putInt(id);
    }

    private boolean read() throws RecordException {
        boolean goodbye = reader.read(bytes.flip());
        bytes.clear();
        return goodbye;
    }
}

package org.ninelives.linux.companion;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.safeguard.Undo;
import org.ninelives.linux.safeguard.UndoRecord;

/** Puts records together from whatever pieces the pipe delivers. */
final class RecordReader {

    private static final int RECORD_BYTES_MAX = UndoRecord.PUT_HEADER + UndoRecord.BYTES_MAX;

    private final UndoBook book;

    /** The beginning of a record whose end has not come yet. */
    private final ByteBuffer begun =
            ByteBuffer.allocate(RECORD_BYTES_MAX).order(ByteOrder.nativeOrder());

    private int loopThread;

    RecordReader(UndoBook book) {
        this.book = book;
    }

    /**
     * Does what the records say.
     *
     * @param bytes from position to limit, in the order of the machine; all are consumed
     * @return whether the daemon said goodbye
     */
    boolean read(ByteBuffer bytes) throws RecordException {
        while (begun.position() > 0 && bytes.hasRemaining()) {
            begun.put(bytes.get());
            if (begun.position() >= UndoRecord.HEADER && begun.position() == length(begun, 0)) {
                boolean goodbye = take(begun, 0);
                begun.clear();
                if (goodbye) {
                    return true;
                }
            }
        }
        while (bytes.remaining() >= UndoRecord.HEADER) {
            int start = bytes.position();
            int length = length(bytes, start);
            if (bytes.remaining() < length) {
                break;
            }
            if (take(bytes, start)) {
                return true;
            }
            bytes.position(start + length);
        }
        begun.put(bytes);
        return false;
    }

    /** The number of the daemon's thread that beats. */
    int loopThread() {
        return loopThread;
    }

    private static int length(ByteBuffer bytes, int start) throws RecordException {
        int length = bytes.getInt(start);
        int type = bytes.getInt(start + UndoRecord.TYPE);
        boolean fits =
                switch (type) {
                    case UndoRecord.PUT ->
                            length > UndoRecord.PUT_HEADER && length <= RECORD_BYTES_MAX;
                    case UndoRecord.DROP, UndoRecord.BEAT, UndoRecord.BYE ->
                            length == UndoRecord.HEADER;
                    default -> throw new RecordException("a record of type " + type);
                };
        if (!fits) {
            throw new RecordException("a record of type " + type + " with " + length + " bytes");
        }
        return length;
    }

    /** Whether it is the goodbye. */
    private boolean take(ByteBuffer bytes, int start) throws RecordException {
        int id = bytes.getInt(start + UndoRecord.ID);
        switch (bytes.getInt(start + UndoRecord.TYPE)) {
            case UndoRecord.PUT -> book.put(id, undo(bytes, start));
            case UndoRecord.DROP -> book.drop(id);
            case UndoRecord.BYE -> {
                return true;
            }
            default -> loopThread = id; // That it beats has been heard by reading it.
        }
        return false;
    }

    private static Undo undo(ByteBuffer bytes, int start) throws RecordException {
        int code = bytes.getInt(start + UndoRecord.KIND);
        Optional<Undo.Kind> kind = Undo.Kind.of(code);
        if (kind.isEmpty()) {
            throw new RecordException("an undo of kind " + code);
        }
        byte[] undo = new byte[bytes.getInt(start) - UndoRecord.PUT_HEADER];
        bytes.get(start + UndoRecord.PUT_HEADER, undo);
        if (kind.get() != Undo.Kind.FILE && undo.length < Netlink.MESSAGE_HEADER) {
            throw new RecordException("a netlink message of " + undo.length + " bytes");
        }
        return new Undo(kind.get(), undo);
    }
}

package org.ninelives.linux.loop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.ninelives.linux.safeguard.Undo;
import org.ninelives.linux.safeguard.UndoRecord;

/** Tells a companion what a daemon would. */
final class PipeHand implements AutoCloseable {

    private final OutputStream pipe;
    private byte[] last = {};

    /**
     * Tells it to a program.
     *
     * @param companion reads from its standard input
     */
    PipeHand(Process companion) {
        pipe = companion.getOutputStream();
    }

    /** What a kernel setting is to be put back to. */
    void put(String path, String value) throws IOException {
        byte[] undo = (path + '\0' + value).getBytes(StandardCharsets.UTF_8);
        int length = UndoRecord.PUT_HEADER + undo.length;
        ByteBuffer record = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        record.putInt(length).putInt(UndoRecord.PUT).putInt(path.hashCode());
        write(record.putInt(Undo.Kind.FILE.code()).put(undo).array());
    }

    /** A kernel setting is as it was before. */
    void drop(String path) throws IOException {
        record(UndoRecord.DROP, path.hashCode());
    }

    void record(int type, int id) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(UndoRecord.HEADER).order(ByteOrder.nativeOrder());
        write(record.putInt(UndoRecord.HEADER).putInt(type).putInt(id).array());
    }

    void write(byte[] bytes) throws IOException {
        last = bytes;
        pipe.write(bytes);
        pipe.flush();
    }

    /** What was written last. */
    byte[] last() {
        return last;
    }

    @Override
    public void close() throws IOException {
        pipe.close();
    }
}

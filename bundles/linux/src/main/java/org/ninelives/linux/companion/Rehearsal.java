package org.ninelives.linux.companion;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkWriter;
import org.ninelives.linux.safeguard.Undo;
import org.ninelives.linux.safeguard.UndoRecord;

/**
 * Takes records in and undoes them once, with messages that the kernel passes over, so that classes
 * are loaded and code is compiled before it matters.
 */
final class Rehearsal {

    /** Enough that the JVM compiles what is repeated. */
    private static final int RECORDS = 3000;

    private Rehearsal() {}

    static void run(Kernel kernel) {
        UndoBook book = new UndoBook(kernel);
        RecordReader reader = new RecordReader(book);
        byte[] nothing =
                new NetlinkWriter(ByteBuffer.allocate(Netlink.MESSAGE_HEADER))
                        .begin(Netlink.NLMSG_NOOP, Netlink.NLM_F_REQUEST, 0)
                        .end()
                        .bytes();
        int length = UndoRecord.PUT_HEADER + nothing.length;
        ByteBuffer record = ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
        try {
            for (int id = 0; id < RECORDS; id++) {
                record.clear();
                record.putInt(length).putInt(UndoRecord.PUT).putInt(id);
                record.putInt(Undo.Kind.ROUTE.code()).put(nothing);
                reader.read(record.flip());
            }
        } catch (RecordException e) {
            throw new IllegalStateException(e);
        }
        book.undo();
    }
}

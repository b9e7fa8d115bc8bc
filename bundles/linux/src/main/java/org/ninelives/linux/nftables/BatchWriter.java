package org.ninelives.linux.nftables;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkWriter;

/**
 * Writes a batch: messages that the kernel takes all together or not at all. Numbers in attributes
 * are big-endian here, other than elsewhere in netlink.
 */
final class BatchWriter {

    /** Where the flags of a message are behind its beginning (struct nlmsghdr). */
    private static final int FLAGS = 6;

    private final ByteBuffer buffer;
    private final NetlinkWriter writer;
    private final int firstSequence;
    private final List<String> names = new ArrayList<>();
    private int lastMessage;

    /** Begins a batch at the start of the buffer. */
    BatchWriter(ByteBuffer buffer, int firstSequence) {
        this.buffer = buffer;
        writer = new NetlinkWriter(buffer);
        this.firstSequence = firstSequence;
        beginAny(Nftables.NFNL_MSG_BATCH_BEGIN, Netlink.NLM_F_REQUEST, 0, "the batch");
        writer.putShort(bigEndian((short) Nftables.NFNL_SUBSYS_NFTABLES)).end();
    }

    /**
     * Begins a message about a table.
     *
     * @param message NFT_MSG_*
     * @param flags besides NLM_F_REQUEST
     * @param name for errors
     */
    NetlinkWriter begin(int message, int flags, TableName table, String name) {
        int type = Nftables.NFNL_SUBSYS_NFTABLES << 8 | message;
        int allFlags = Netlink.NLM_F_REQUEST | flags;
        beginAny(type, allFlags, table.protocol(), name + " of " + table);
        return writer.putShort(0).attributeText(Nftables.NFTA_TABLE, table.name());
    }

    private void beginAny(int type, int flags, int protocol, String name) {
        lastMessage = writer.length();
        writer.begin(type, flags, firstSequence + names.size());
        writer.putByte(protocol).putByte(0);
        names.add(name);
    }

    /** Ends the batch, and lets its last message ask for the answer. */
    void end() {
        int flags = buffer.getShort(lastMessage + FLAGS) | Netlink.NLM_F_ACK;
        buffer.putShort(lastMessage + FLAGS, (short) flags);
        beginAny(Nftables.NFNL_MSG_BATCH_END, Netlink.NLM_F_REQUEST, 0, "the end of the batch");
        writer.putShort(bigEndian((short) Nftables.NFNL_SUBSYS_NFTABLES)).end();
    }

    int length() {
        return writer.length();
    }

    /** How many messages there are, those that begin and end the batch among them. */
    int messages() {
        return names.size();
    }

    /** What the message of a sequence number was about. */
    String name(int sequence) {
        int i = sequence - firstSequence;
        return i >= 0 && i < names.size() ? names.get(i) : "message " + i;
    }

    /** An attribute of four bytes. */
    void number(int type, int value) {
        writer.attribute(type, bytes(value));
    }

    /** An attribute that holds NFTA_DATA_VALUE. */
    void data(int type, byte[] value) {
        int nested = writer.beginNested(type);
        writer.attribute(Nftables.NFTA_DATA_VALUE, value).endNested(nested);
    }

    NetlinkWriter writer() {
        return writer;
    }

    private static byte[] bytes(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static int bigEndian(short value) {
        return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? value : Short.reverseBytes(value);
    }
}

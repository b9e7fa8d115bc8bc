package org.ninelives.linux.netlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the messages of one datagram, one after the other. One thread. */
public final class NetlinkReader {

    private final ByteBuffer datagram;
    private int message;
    private int next;

    /** Reads from the position of the buffer to its limit; moves neither. */
    public NetlinkReader(ByteBuffer datagram) {
        this.datagram = datagram.slice().order(ByteOrder.nativeOrder());
    }

    /**
     * Goes to the next message.
     *
     * @return false when there is none
     */
    public boolean next() throws NetlinkFormatException {
        int left = datagram.limit() - next;
        if (left <= 0) {
            return false;
        }
        if (left < Netlink.MESSAGE_HEADER) {
            throw new NetlinkFormatException(left + " bytes are too few for a message");
        }
        int length = datagram.getInt(next);
        if (length < Netlink.MESSAGE_HEADER || length > left) {
            throw new NetlinkFormatException(
                    "a message of " + length + " bytes where " + left + " are left");
        }
        message = next;
        next = message + Netlink.align(length);
        return true;
    }

    public int type() {
        return Short.toUnsignedInt(datagram.getShort(message + 4));
    }

    public int flags() {
        return Short.toUnsignedInt(datagram.getShort(message + 6));
    }

    public int sequence() {
        return datagram.getInt(message + 8);
    }

    /** The port of whoever caused the event, or asked the question; 0 for the kernel itself. */
    public int portId() {
        return datagram.getInt(message + 12);
    }

    /** Whether the kernel changed what it was listing, so that the list is not to be trusted. */
    public boolean dumpInterrupted() {
        return (flags() & Netlink.NLM_F_DUMP_INTR) != 0;
    }

    /** What follows the header, from position 0 to its limit. */
    public ByteBuffer body() {
        int length = datagram.getInt(message) - Netlink.MESSAGE_HEADER;
        return slice(datagram, message + Netlink.MESSAGE_HEADER, length);
    }

    /**
     * The attributes behind a body of fixed layout.
     *
     * @param fixedLength length of that layout, such as 16 for struct ifinfomsg
     */
    public AttributeReader attributes(int fixedLength) throws NetlinkFormatException {
        return AttributeReader.behind(body(), fixedLength);
    }

    /** The outcome in an NLMSG_ERROR or NLMSG_DONE message. */
    public NetlinkOutcome outcome() throws NetlinkFormatException {
        return NetlinkOutcome.read(type(), flags(), sequence(), body());
    }

    static ByteBuffer slice(ByteBuffer bytes, int position, int length) {
        return bytes.slice(position, length).order(ByteOrder.nativeOrder());
    }
}

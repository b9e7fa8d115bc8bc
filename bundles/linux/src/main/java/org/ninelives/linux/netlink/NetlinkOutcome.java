package org.ninelives.linux.netlink;

import java.nio.ByteBuffer;

/**
 * How a request ended, from NLMSG_ERROR or NLMSG_DONE.
 *
 * @param sequence of the request
 * @param errno 0 for success, otherwise the error's number, positive
 * @param text what the kernel says about it, or empty
 */
public record NetlinkOutcome(int sequence, int errno, String text) {

    static NetlinkOutcome read(int type, int flags, int sequence, ByteBuffer body)
            throws NetlinkFormatException {
        if (type != Netlink.NLMSG_ERROR && type != Netlink.NLMSG_DONE) {
            throw new NetlinkFormatException("message type " + type + " is not an outcome");
        }
        if (body.limit() < Integer.BYTES) {
            throw new NetlinkFormatException("an outcome of " + body.limit() + " bytes");
        }
        // The kernel writes the negative number.
        int errno = Math.abs(Math.max(body.getInt(0), -Integer.MAX_VALUE));
        if ((flags & Netlink.NLM_F_ACK_TLVS) == 0) {
            return new NetlinkOutcome(sequence, errno, "");
        }
        int fixed = Integer.BYTES;
        if (type == Netlink.NLMSG_ERROR) {
            fixed += echoedLength(flags, body);
        }
        return new NetlinkOutcome(sequence, errno, text(AttributeReader.behind(body, fixed)));
    }

    /** The request comes back with the error: all of it, or its header only when capped. */
    private static int echoedLength(int flags, ByteBuffer body) throws NetlinkFormatException {
        if ((flags & Netlink.NLM_F_CAPPED) != 0) {
            return Netlink.MESSAGE_HEADER;
        }
        if (body.limit() < Integer.BYTES + Netlink.MESSAGE_HEADER) {
            throw new NetlinkFormatException("an error without the request's header");
        }
        int length = body.getInt(Integer.BYTES);
        if (length < Netlink.MESSAGE_HEADER || length > body.limit() - Integer.BYTES) {
            throw new NetlinkFormatException("an error about a request of " + length + " bytes");
        }
        return length;
    }

    private static String text(AttributeReader attributes) throws NetlinkFormatException {
        while (attributes.next()) {
            if (attributes.type() == Netlink.NLMSGERR_ATTR_MSG) {
                return attributes.asText();
            }
        }
        return "";
    }
}

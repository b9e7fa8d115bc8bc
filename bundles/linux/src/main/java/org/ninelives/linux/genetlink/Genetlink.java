package org.ninelives.linux.genetlink;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

/** What messages of all families have in common, and numbers of linux/genetlink.h. */
public final class Genetlink {

    /** Length of struct genlmsghdr. */
    public static final int HEADER = 4;

    /** The family that tells of the others. */
    static final int GENL_ID_CTRL = 16;

    static final int CTRL_VERSION = 2;
    static final int CTRL_CMD_GETFAMILY = 3;
    static final int CTRL_ATTR_FAMILY_ID = 1;
    static final int CTRL_ATTR_FAMILY_NAME = 2;

    private Genetlink() {}

    /** Writes struct genlmsghdr. */
    public static void header(NetlinkWriter writer, int command, int version) {
        writer.putByte(command).putByte(version).putShort(0);
    }

    /** The command of a message. */
    public static int command(NetlinkReader message) throws NetlinkFormatException {
        ByteBuffer body = message.body();
        if (body.limit() < HEADER) {
            throw new NetlinkFormatException("a body of " + body.limit() + " bytes has no command");
        }
        return Byte.toUnsignedInt(body.get(0));
    }

    /** The number in an answer to CTRL_CMD_GETFAMILY; empty if it has none. */
    static OptionalInt family(AttributeReader attributes) throws NetlinkFormatException {
        while (attributes.next()) {
            if (attributes.type() == CTRL_ATTR_FAMILY_ID) {
                return OptionalInt.of(attributes.asShort());
            }
        }
        return OptionalInt.empty();
    }
}

package org.ninelives.linux.nftables;

import java.util.Optional;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;

/** What nf_tables tells of changes. */
sealed interface TableEvent {

    /**
     * Something in a table was changed.
     *
     * @param protocol NFPROTO_* of the table
     * @param table its name
     * @param removed the table itself is gone
     */
    record Changed(int protocol, String table, boolean removed) implements TableEvent {}

    /**
     * The changes told before took effect.
     *
     * @param who the program that made them; empty where the kernel does not tell
     */
    record Committed(String who) implements TableEvent {}

    /** The event in a message; empty when it is about something else. */
    static Optional<TableEvent> read(NetlinkReader message) throws NetlinkFormatException {
        if (message.type() >>> 8 != Nftables.NFNL_SUBSYS_NFTABLES) {
            return Optional.empty();
        }
        AttributeReader attributes = message.attributes(Nftables.NFGENMSG);
        int kind = message.type() & 0xff;
        if (kind == Nftables.NFT_MSG_NEWGEN) {
            return Optional.of(new Committed(who(attributes)));
        }
        int protocol = Byte.toUnsignedInt(message.body().get(0));
        while (attributes.next()) {
            if (attributes.type() == Nftables.NFTA_TABLE) {
                boolean removed = kind == Nftables.NFT_MSG_DELTABLE;
                return Optional.of(new Changed(protocol, attributes.asText(), removed));
            }
        }
        return Optional.empty();
    }

    private static String who(AttributeReader attributes) throws NetlinkFormatException {
        String name = "";
        String pid = "";
        while (attributes.next()) {
            switch (attributes.type()) {
                case Nftables.NFTA_GEN_PROC_NAME -> name = attributes.asText();
                case Nftables.NFTA_GEN_PROC_PID ->
                        pid = Integer.toString(Integer.reverseBytes(attributes.asInt()));
                default -> {} // The number of the generation.
            }
        }
        return name.isEmpty() ? "" : name + " (process " + pid + ")";
    }
}

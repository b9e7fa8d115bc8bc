package org.ninelives.linux.companion;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.safeguard.Undo;

/** Counts what is undone, for the line that tells it. */
final class Account {

    // linux/rtnetlink.h
    private static final int RTM_NEWLINK = 16;
    private static final int RTM_DELLINK = 17;
    private static final int RTM_DELADDR = 21;
    private static final int RTM_DELROUTE = 25;
    private static final int RTM_DELRULE = 33;

    /** What an operator calls the things that are undone. */
    enum Thing {
        ADDRESS("address", "addresses"),
        ROUTE("route", "routes"),
        RULE("rule", "rules"),
        INTERFACE("interface", "interfaces"),
        TABLE("nftables table", "nftables tables"),
        SETTING("kernel setting", "kernel settings"),
        GROUP("group of interfaces", "groups of interfaces"),
        OTHER("other change", "other changes");

        private final String one;
        private final String many;

        Thing(String one, String many) {
            this.one = one;
            this.many = many;
        }

        private static Thing of(Undo undo) {
            return switch (undo.kind()) {
                case NETFILTER -> TABLE;
                case FILE -> SETTING;
                case ROUTE ->
                        switch (messageType(undo.bytes())) {
                            case RTM_NEWLINK -> INTERFACE; // By the group it is put into.
                            case RTM_DELLINK -> GROUP;
                            case RTM_DELADDR -> ADDRESS;
                            case RTM_DELROUTE -> ROUTE;
                            case RTM_DELRULE -> RULE;
                            default -> OTHER;
                        };
            };
        }

        /** The type of the first message. */
        private static int messageType(byte[] messages) {
            ByteBuffer bytes = ByteBuffer.wrap(messages).order(ByteOrder.nativeOrder());
            return Short.toUnsignedInt(bytes.getShort(NLMSGHDR_TYPE));
        }
    }

    private static final int NLMSGHDR_TYPE = 4;

    private final Map<Thing, Integer> undone = new EnumMap<>(Thing.class);
    private int gone;
    private int refused;
    private int lastErrno;

    void undone(Undo undo) {
        undone.merge(Thing.of(undo), 1, Integer::sum);
    }

    /** One of those that were counted failed. */
    void failed(int errno) {
        boolean wasGone =
                switch (errno) {
                    // The ways in which the kernel says that there is no such thing.
                    case Errno.ENOENT,
                            Errno.ESRCH,
                            Errno.ENXIO,
                            Errno.ENODEV,
                            Errno.EADDRNOTAVAIL ->
                            true;
                    default -> false;
                };
        if (wasGone) {
            gone++;
        } else {
            refused++;
            lastErrno = errno;
        }
    }

    String words() {
        StringBuilder words = new StringBuilder("taken back: ");
        String separator = "";
        undone.remove(Thing.GROUP); // Those in it are told.
        for (Map.Entry<Thing, Integer> entry : undone.entrySet()) {
            int count = entry.getValue();
            words.append(separator).append(count).append(' ');
            words.append(count == 1 ? entry.getKey().one : entry.getKey().many);
            separator = ", ";
        }
        if (gone > 0) {
            words.append("; of these gone already: ").append(gone);
        }
        if (refused > 0) {
            words.append("; refused by the kernel: ").append(refused);
            words.append(" (").append(Errno.name(lastErrno)).append(')');
        }
        return words.toString();
    }
}

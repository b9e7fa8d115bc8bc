package org.ninelives.linux.companion;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.safeguard.Undo;

/** Counts what is undone, for the line that tells it. */
final class Account {

    /** What an operator calls the things that are undone. */
    enum Thing {
        ADDRESS("address", "addresses"),
        ROUTE("route", "routes"),
        RULE("rule", "rules"),
        INTERFACE("interface", "interfaces"),
        TABLE("nftables table", "nftables tables"),
        SETTING("kernel setting", "kernel settings"),
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
                            case 17 -> INTERFACE; // RTM_DELLINK of linux/rtnetlink.h
                            case 21 -> ADDRESS; // RTM_DELADDR
                            case 25 -> ROUTE; // RTM_DELROUTE
                            case 33 -> RULE; // RTM_DELRULE
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

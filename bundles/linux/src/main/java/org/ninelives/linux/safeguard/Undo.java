package org.ninelives.linux.safeguard;

import static org.ninelives.linux.libc.Constants.NETLINK_NETFILTER;
import static org.ninelives.linux.libc.Constants.NETLINK_ROUTE;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.ninelives.linux.netlink.NetlinkWriter;

/** What undoes a change, as bytes that need no more thought. */
public final class Undo {

    /** Only what is below it may be written. */
    public static final String FILES = "/proc/sys/";

    /** Who takes the bytes. */
    public enum Kind {
        /** rtnetlink: messages such as RTM_DELADDR, in their order. */
        ROUTE(NETLINK_ROUTE),
        /** nf_tables: one batch, with its begin and its end. */
        NETFILTER(NETLINK_NETFILTER),
        /** A file: its path, a zero, and what to write to it. */
        FILE(-1);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** What stands for it on the pipe. */
        public int code() {
            return code;
        }

        /** The kind with that code; empty where there is none. */
        public static Optional<Kind> of(int code) {
            return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
        }
    }

    private final Kind kind;
    private final byte[] bytes;

    /**
     * As it came over the pipe.
     *
     * @param bytes not to be changed any more
     */
    public Undo(Kind kind, byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    /** The rtnetlink messages written so far; copied, so the writer may be used again. */
    public static Undo route(NetlinkWriter written) {
        return new Undo(Kind.ROUTE, written.bytes());
    }

    /** The nf_tables batch written so far; copied, so the writer may be used again. */
    public static Undo netfilter(NetlinkWriter written) {
        return new Undo(Kind.NETFILTER, written.bytes());
    }

    /**
     * Writes a value back.
     *
     * @param path of a file below {@link #FILES}
     */
    public static Undo file(String path, String value) {
        if (!path.startsWith(FILES)) {
            throw new IllegalArgumentException(path + " is not below " + FILES);
        }
        return new Undo(Kind.FILE, (path + '\0' + value).getBytes(StandardCharsets.UTF_8));
    }

    public Kind kind() {
        return kind;
    }

    /** Not to be changed. */
    public byte[] bytes() {
        return bytes;
    }
}

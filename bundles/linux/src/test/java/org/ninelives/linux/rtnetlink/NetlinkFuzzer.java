package org.ninelives.linux.rtnetlink;

import java.nio.ByteBuffer;
import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.testkit.fuzz.FuzzTarget;

/** Datagrams of the kernel, or of whoever pretends to be it: read as links, addresses, outcomes. */
public final class NetlinkFuzzer {

    /** No attribute of a datagram of 64 KiB can hold more levels. */
    private static final int DEPTH_MAX = 1 << 14;

    private NetlinkFuzzer() {}

    /** See {@link FuzzTarget}; the name is the one Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            NetlinkReader reader = new NetlinkReader(ByteBuffer.wrap(input));
            while (reader.next()) {
                read(reader);
                walk(reader.attributes(0), 0);
            }
        } catch (NetlinkFormatException e) {
            // That is how a datagram is to be refused.
            check(e.getMessage() != null, "refused without a word");
        }
    }

    private static void read(NetlinkReader message) throws NetlinkFormatException {
        switch (message.type()) {
            case Netlink.NLMSG_ERROR, Netlink.NLMSG_DONE ->
                    check(message.outcome().errno() >= 0, "negative errno");
            case Rtnetlink.RTM_NEWLINK, Rtnetlink.RTM_DELLINK ->
                    LinkCodec.read(message)
                            .ifPresent(link -> check(!link.name().name().isEmpty(), "no name"));
            case Rtnetlink.RTM_NEWADDR, Rtnetlink.RTM_DELADDR ->
                    AddressCodec.read(message)
                            .ifPresent(
                                    address ->
                                            check(
                                                    address.prefix().length()
                                                            <= address.prefix()
                                                                    .address()
                                                                    .family()
                                                                    .bits(),
                                                    "prefix length"));
            default -> {} // Only the attributes of others are read.
        }
    }

    private static void walk(AttributeReader attributes, int depth) throws NetlinkFormatException {
        check(depth < DEPTH_MAX, "no end of levels");
        while (attributes.next()) {
            check(attributes.asBytes().length == attributes.value().remaining(), "length");
            check(attributes.asText().length() <= attributes.value().remaining(), "text");
            if (attributes.value().remaining() >= Long.BYTES) {
                attributes.asLong();
                walkNested(attributes, depth);
            }
        }
    }

    /**
     * What holds attributes and what holds a value cannot be told apart, so errors are expected.
     */
    private static void walkNested(AttributeReader attributes, int depth) {
        try {
            walk(attributes.nested(), depth + 1);
        } catch (NetlinkFormatException e) {
            check(e.getMessage() != null, "refused without a word");
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}

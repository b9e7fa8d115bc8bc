package org.ninelives.linux.rtnetlink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkOutcome;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

/** Lists all interfaces and addresses. */
final class LinkDump {

    /** A list that is changed while it is told is asked for again; a busy machine has its limit. */
    private static final int ATTEMPTS_MAX = 8;

    /** Reads one message of a list. */
    @FunctionalInterface
    private interface MessageReader {
        void read(NetlinkReader message) throws NetlinkFormatException;
    }

    private final NetlinkSocket socket;
    private final List<Link> links = new ArrayList<>();
    private final List<InterfaceAddress> addresses = new ArrayList<>();
    private int sequence;

    LinkDump(NetlinkSocket socket) {
        this.socket = socket;
    }

    List<Link> links() {
        return links;
    }

    List<InterfaceAddress> addresses() {
        return addresses;
    }

    /** Reads both lists. */
    void run() throws SystemException {
        dump(
                "RTM_GETLINK",
                LinkCodec::writeDump,
                links,
                message -> LinkCodec.read(message).ifPresent(links::add));
        dump(
                "RTM_GETADDR",
                AddressCodec::writeDump,
                addresses,
                message -> AddressCodec.read(message).ifPresent(addresses::add));
    }

    private void dump(
            String what, ObjIntConsumer<NetlinkWriter> ask, List<?> found, MessageReader reader)
            throws SystemException {
        for (int attempt = 1; ; attempt++) {
            found.clear();
            sequence++;
            ask.accept(socket.request(), sequence);
            check(what, socket.send(), "");
            if (!receiveAll(what, reader)) {
                return;
            }
            if (attempt == ATTEMPTS_MAX) {
                throw new SystemException(
                        what, "EINTR", "the list changed in each of " + attempt + " attempts");
            }
        }
    }

    /** Whether the list was interrupted. */
    private boolean receiveAll(String what, MessageReader reader) throws SystemException {
        boolean interrupted = false;
        while (true) {
            // The kernel answers while it takes the request, so there is always something to read.
            check(what, socket.receive(), "");
            try {
                NetlinkReader message = new NetlinkReader(socket.datagram());
                while (message.next()) {
                    if (message.sequence() != sequence) {
                        continue;
                    }
                    interrupted |= message.dumpInterrupted();
                    int type = message.type();
                    if (type == Netlink.NLMSG_DONE || type == Netlink.NLMSG_ERROR) {
                        NetlinkOutcome outcome = message.outcome();
                        check(what, outcome.errno(), outcome.text());
                        return interrupted;
                    }
                    reader.read(message);
                }
            } catch (NetlinkFormatException e) {
                throw new SystemException(what, "EBADMSG", e.getMessage());
            }
        }
    }

    private static void check(String what, int errno, String text) throws SystemException {
        if (errno != 0) {
            throw new SystemException(what, Errno.name(errno), text);
        }
    }
}

package org.ninelives.linux.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkOutcome;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;
import org.ninelives.linux.rtnetlink.LinkCodec;
import org.ninelives.linux.rtnetlink.NetlinkSocket;
import org.ninelives.linux.rtnetlink.Rtnetlink;

/** One request at a time to rtnetlink, and its answer. */
final class LinkRequests implements AutoCloseable {

    private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

    private final NetlinkSocket socket;
    private int sequence;

    LinkRequests() throws SystemException {
        socket = new NetlinkSocket(0, RECEIVE_BUFFER_BYTES);
    }

    /** What there is of that name. */
    Optional<LinkDetails> query(InterfaceName name) throws SystemException {
        return query(
                "RTM_GETLINK " + name,
                (writer, number) -> VirtualLinkCodec.writeQuery(writer, name, number));
    }

    /** What there is of that index. */
    Optional<LinkDetails> query(int index) throws SystemException {
        return query(
                "RTM_GETLINK " + index,
                (writer, number) -> VirtualLinkCodec.writeQuery(writer, index, number));
    }

    private Optional<LinkDetails> query(String what, ObjIntConsumer<NetlinkWriter> request)
            throws SystemException {
        List<LinkDetails> found = new ArrayList<>();
        NetlinkOutcome outcome = ask(what, request, found, false);
        if (outcome.errno() == Errno.ENODEV) {
            return Optional.empty();
        }
        check(what, outcome, "");
        return found.stream().findFirst();
    }

    /** All interfaces. */
    List<LinkDetails> all() throws SystemException {
        List<LinkDetails> found = new ArrayList<>();
        NetlinkOutcome outcome = ask("RTM_GETLINK", LinkCodec::writeDump, found, true);
        check("RTM_GETLINK", outcome, "");
        return found;
    }

    /** Makes a change and tells how it ended. */
    NetlinkOutcome change(String what, ObjIntConsumer<NetlinkWriter> request)
            throws SystemException {
        return ask(what, request, new ArrayList<>(), false);
    }

    /** Throws what an outcome says, if it is no success. */
    static void check(String what, NetlinkOutcome outcome, String hint) throws SystemException {
        if (outcome.errno() != 0) {
            String text = outcome.errno() == Errno.EPERM ? "needs CAP_NET_ADMIN" : outcome.text();
            throw new SystemException(
                    what, Errno.name(outcome.errno()), hint.isEmpty() ? text : hint);
        }
    }

    private NetlinkOutcome ask(
            String what,
            ObjIntConsumer<NetlinkWriter> request,
            List<LinkDetails> found,
            boolean all)
            throws SystemException {
        sequence++;
        request.accept(socket.request(), sequence);
        int error = socket.send();
        while (error == 0) {
            // The kernel answers while it takes the request, so there is always something to read.
            error = socket.receive();
            if (error == 0) {
                Optional<NetlinkOutcome> outcome = readAnswer(what, found, all);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            }
        }
        return new NetlinkOutcome(sequence, error, "");
    }

    /** The outcome, unless there is more to come. */
    private Optional<NetlinkOutcome> readAnswer(String what, List<LinkDetails> found, boolean all)
            throws SystemException {
        try {
            NetlinkReader message = new NetlinkReader(socket.datagram());
            while (message.next()) {
                if (message.sequence() != sequence) {
                    continue; // An answer to an earlier request that was given up.
                }
                switch (message.type()) {
                    case Netlink.NLMSG_ERROR, Netlink.NLMSG_DONE -> {
                        return Optional.of(message.outcome());
                    }
                    case Rtnetlink.RTM_NEWLINK -> {
                        VirtualLinkCodec.read(message).ifPresent(found::add);
                        if (!all) {
                            return Optional.of(new NetlinkOutcome(sequence, 0, ""));
                        }
                    }
                    default -> {} // Nothing else answers these requests.
                }
            }
            return Optional.empty();
        } catch (NetlinkFormatException e) {
            throw new SystemException(what, "EBADMSG", e.getMessage());
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}

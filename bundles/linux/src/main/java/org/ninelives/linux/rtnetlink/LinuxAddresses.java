package org.ninelives.linux.rtnetlink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.Addresses;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkOutcome;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;
import org.ninelives.linux.packet.Outbox;
import org.ninelives.linux.safeguard.Safeguard;
import org.ninelives.linux.safeguard.Undo;

/** Changes addresses by RTM_NEWADDR and RTM_DELADDR, many in one system call. */
public final class LinuxAddresses implements Addresses, AutoCloseable {

    /**
     * Changes per system call. If the kernel refuses all of them its answers, at most 1.3 KiB of
     * socket memory each, still fit in the smallest receive buffer in use, 208 KiB.
     */
    private static final int CHANGES_MAX = 128;

    private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

    /** RTM_DELADDR with its two IPv6 addresses has 64 bytes. */
    private static final int UNDO_BYTES = 128;

    /** What the kernel tells addresses apart by. */
    private record Key(int linkIndex, IpPrefix prefix) {

        static Key of(AddressChange change) {
            return new Key(change.address().linkIndex(), change.address().prefix());
        }
    }

    private final LinuxLinks links;
    private final Outbox outbox;
    private final Safeguard safeguard;
    private final NetlinkWriter undo = new NetlinkWriter(ByteBuffer.allocate(UNDO_BYTES));
    private final NetlinkSocket socket;
    private int sequence;

    /**
     * Opens the socket.
     *
     * @param links names interfaces in messages
     * @param outbox packets in it leave before an address changes
     * @param safeguard told of every address that is there because of us
     */
    public LinuxAddresses(LinuxLinks links, Outbox outbox, Safeguard safeguard)
            throws SystemException {
        this.links = links;
        this.outbox = outbox;
        this.safeguard = safeguard;
        socket = new NetlinkSocket(0, RECEIVE_BUFFER_BYTES);
        try {
            links.expectRemovalsBy(socket.portId());
        } catch (SystemException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public List<AddressFailure> apply(List<AddressChange> changes) {
        outbox.flush();
        List<AddressFailure> failures = new ArrayList<>();
        for (int first = 0; first < changes.size(); first += CHANGES_MAX) {
            int end = Math.min(changes.size(), first + CHANGES_MAX);
            List<AddressChange> together = changes.subList(first, end);
            List<AddressFailure> refused = new ArrayList<>();
            Set<Key> held = hold(together);
            applyTogether(together, refused);
            letGo(together, held, refused);
            failures.addAll(refused);
        }
        return failures;
    }

    /** Lets the safeguard know of addresses before they are there. */
    private Set<Key> hold(List<AddressChange> changes) {
        Set<Key> held = new HashSet<>();
        for (AddressChange change : changes) {
            if (change instanceof AddressChange.Add) {
                Key key = Key.of(change);
                AddressChange back = new AddressChange.Remove(change.address());
                AddressCodec.writeChange(undo.clear(), back, 0, 0);
                safeguard.put(key, Undo.route(undo));
                held.add(key);
            }
        }
        safeguard.flush();
        return held;
    }

    /** Lets the safeguard forget addresses that are not there because of us, or no more. */
    private void letGo(List<AddressChange> changes, Set<Key> held, List<AddressFailure> refused) {
        for (AddressChange change : changes) {
            if (change instanceof AddressChange.Remove && !held.contains(Key.of(change))) {
                safeguard.drop(Key.of(change));
            }
        }
        for (AddressFailure failure : refused) {
            if (failure.change() instanceof AddressChange.Add) {
                safeguard.drop(Key.of(failure.change()));
            }
        }
    }

    /**
     * Only the last change asks for an answer; errors are answered without asking, so silence about
     * the others is success.
     */
    private void applyTogether(List<AddressChange> changes, List<AddressFailure> failures) {
        int first = sequence + 1;
        sequence += changes.size();
        NetlinkWriter writer = socket.request();
        for (int i = 0; i < changes.size(); i++) {
            int flags = i == changes.size() - 1 ? Netlink.NLM_F_ACK : 0;
            AddressCodec.writeChange(writer, changes.get(i), flags, first + i);
        }
        int error = socket.send();
        int answered = 0;
        while (error == 0 && answered < changes.size()) {
            error = socket.receive();
            if (error == 0) {
                answered = readAnswers(changes, first, answered, failures);
            }
        }
        if (error != 0) {
            NetlinkOutcome lost = new NetlinkOutcome(0, error, "");
            for (AddressChange change : changes.subList(answered, changes.size())) {
                failures.add(new AddressFailure(change, refusal(change, lost)));
            }
        }
    }

    /** How many of the changes are answered now. */
    private int readAnswers(
            List<AddressChange> changes,
            int first,
            int answeredBefore,
            List<AddressFailure> failures) {
        int answered = answeredBefore;
        try {
            NetlinkReader message = new NetlinkReader(socket.datagram());
            while (message.next()) {
                int i = message.sequence() - first;
                if (message.type() != Netlink.NLMSG_ERROR || i < 0 || i >= changes.size()) {
                    continue; // An answer to an earlier request that was given up.
                }
                NetlinkOutcome outcome = message.outcome();
                AddressChange change = changes.get(i);
                if (outcome.errno() != 0 && !isDone(change, outcome.errno())) {
                    failures.add(new AddressFailure(change, refusal(change, outcome)));
                }
                answered = i + 1;
            }
        } catch (NetlinkFormatException e) {
            throw new IllegalStateException("the kernel's answer is not understood", e);
        }
        return answered;
    }

    /** Whether the error says that all is as it was asked to be. */
    private static boolean isDone(AddressChange change, int errno) {
        return switch (change) {
            case AddressChange.Add add -> errno == Errno.EEXIST;
            // ENXIO is how IPv6 says that there is no such interface.
            case AddressChange.Remove remove ->
                    errno == Errno.EADDRNOTAVAIL || errno == Errno.ENODEV || errno == Errno.ENXIO;
        };
    }

    private SystemException refusal(AddressChange change, NetlinkOutcome outcome) {
        String what =
                switch (change) {
                    case AddressChange.Add add -> "RTM_NEWADDR ";
                    case AddressChange.Remove remove -> "RTM_DELADDR ";
                };
        String hint = outcome.errno() == Errno.EPERM ? "needs CAP_NET_ADMIN" : outcome.text();
        return new SystemException(
                what
                        + change.address().prefix()
                        + " on "
                        + links.describe(change.address().linkIndex()),
                Errno.name(outcome.errno()),
                hint);
    }

    @Override
    public void close() {
        socket.close();
    }
}

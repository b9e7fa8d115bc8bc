package org.ninelives.linux.rtnetlink;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
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

/** Changes addresses by RTM_NEWADDR and RTM_DELADDR, many in one system call. */
public final class LinuxAddresses implements Addresses, AutoCloseable {

    /**
     * Messages per system call. If the kernel refuses all of them its answers, at most 1.3 KiB of
     * socket memory each, still fit in the smallest receive buffer in use, 208 KiB.
     */
    private static final int STEPS_MAX = 128;

    private static final int RECEIVE_BUFFER_BYTES = 1 << 20;

    private final LinuxLinks links;
    private final Outbox outbox;
    private final NetlinkSocket socket;
    private int sequence;

    /** Which messages of those sent last the kernel answered with an error. */
    private final BitSet refused = new BitSet();

    /** The sequence number of the message that was refused last. */
    private int lastFailed;

    /**
     * Opens the socket.
     *
     * @param links names interfaces in messages
     * @param outbox packets in it leave before an address changes
     */
    public LinuxAddresses(LinuxLinks links, Outbox outbox) throws SystemException {
        this.links = links;
        this.outbox = outbox;
        socket = new NetlinkSocket(0, RECEIVE_BUFFER_BYTES);
        try {
            links.expectedRemovals().by(socket.portId());
        } catch (SystemException e) {
            socket.close();
            throw e;
        }
    }

    /** Sets how much of answers the kernel keeps; the usual size when empty. */
    public void setAnswerBuffer(OptionalInt bytes, boolean forced) throws SystemException {
        socket.setReceiveBuffer(bytes, forced);
    }

    @Override
    public List<AddressFailure> apply(List<AddressChange> changes) {
        outbox.flush();
        List<AddressFailure> failures = new ArrayList<>();
        List<Step> steps = Step.of(changes);
        for (int first = 0; first < steps.size(); first += STEPS_MAX) {
            int end = Math.min(steps.size(), first + STEPS_MAX);
            applyTogether(steps.subList(first, end), failures);
        }
        return failures;
    }

    /**
     * Only the last message asks for an answer; errors are answered without asking, so silence
     * about the others is success.
     */
    private void applyTogether(List<Step> steps, List<AddressFailure> failures) {
        int first = sequence + 1;
        sequence += steps.size();
        NetlinkWriter writer = socket.request();
        for (int i = 0; i < steps.size(); i++) {
            int flags = i == steps.size() - 1 ? Netlink.NLM_F_ACK : 0;
            AddressCodec.writeChange(writer, steps.get(i).sent(), flags, first + i);
        }
        refused.clear();
        int error = socket.send();
        int answered = 0;
        while (error == 0 && answered < steps.size()) {
            error = socket.receive();
            if (error == 0) {
                answered = readAnswers(steps, first, answered, failures);
            }
        }
        if (error == 0) {
            expectEvents(steps);
        } else {
            NetlinkOutcome lost = new NetlinkOutcome(0, error, "");
            for (int i = answered; i < steps.size(); i++) {
                fail(steps.get(i), first + i, lost, failures);
            }
        }
    }

    /** How many of the messages are answered now. */
    private int readAnswers(
            List<Step> steps, int first, int answeredBefore, List<AddressFailure> failures) {
        int answered = answeredBefore;
        try {
            NetlinkReader message = new NetlinkReader(socket.datagram());
            while (message.next()) {
                int i = message.sequence() - first;
                if (message.type() != Netlink.NLMSG_ERROR || i < 0 || i >= steps.size()) {
                    continue; // An answer to an earlier request that was given up.
                }
                NetlinkOutcome outcome = message.outcome();
                refused.set(i, outcome.errno() != 0);
                if (outcome.errno() != 0 && !isDone(steps.get(i).sent(), outcome.errno())) {
                    fail(steps.get(i), first + i, outcome, failures);
                }
                answered = i + 1;
            }
        } catch (NetlinkFormatException e) {
            throw new IllegalStateException("the kernel's answer is not understood", e);
        }
        return answered;
    }

    private void expectEvents(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).sent() instanceof AddressChange.Remove removal && !refused.get(i)) {
                links.expectedRemovals().add(removal.address());
            }
        }
    }

    /** A change that takes two messages fails once. */
    private void fail(
            Step step, int number, NetlinkOutcome outcome, List<AddressFailure> failures) {
        boolean told = step.second() && lastFailed == number - 1;
        lastFailed = number;
        if (!told) {
            failures.add(new AddressFailure(step.asked(), refusal(step.sent(), outcome)));
        }
    }

    /** Whether the error says that all is as it was asked to be. */
    private static boolean isDone(AddressChange change, int errno) {
        return switch (change) {
            case AddressChange.Add add -> errno == Errno.EEXIST;
            case AddressChange.Replace replace -> false;
            // ENXIO is how IPv6 says that there is no such interface.
            case AddressChange.Remove remove ->
                    errno == Errno.EADDRNOTAVAIL || errno == Errno.ENODEV || errno == Errno.ENXIO;
        };
    }

    private SystemException refusal(AddressChange change, NetlinkOutcome outcome) {
        String what =
                switch (change) {
                    case AddressChange.Add add -> "RTM_NEWADDR ";
                    case AddressChange.Replace replace -> "RTM_NEWADDR ";
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

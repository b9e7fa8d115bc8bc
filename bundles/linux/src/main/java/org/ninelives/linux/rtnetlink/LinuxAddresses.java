package org.ninelives.linux.rtnetlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.Addresses;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.NetlinkOutcome;
import org.ninelives.linux.packet.Outbox;

/** Changes addresses by RTM_NEWADDR and RTM_DELADDR, many in one system call. */
public final class LinuxAddresses implements Addresses, AutoCloseable {

    private final LinuxLinks links;
    private final Outbox outbox;
    private final Requests requests;

    /**
     * Opens the socket.
     *
     * @param links names interfaces in messages
     * @param outbox packets in it leave before an address changes
     */
    public LinuxAddresses(LinuxLinks links, Outbox outbox) throws SystemException {
        this.links = links;
        this.outbox = outbox;
        requests = new Requests();
        try {
            links.expectedRemovals().by(requests.portId());
        } catch (SystemException e) {
            requests.close();
            throw e;
        }
    }

    /** Sets how much of answers the kernel keeps; the usual size when empty. */
    public void setAnswerBuffer(OptionalInt bytes, boolean forced) throws SystemException {
        requests.setAnswerBuffer(bytes, forced);
    }

    @Override
    public List<AddressFailure> apply(List<AddressChange> changes) {
        outbox.flush();
        List<Step> steps = Step.of(changes);
        Map<Integer, NetlinkOutcome> refusals =
                requests.order(
                        steps.size(),
                        (writer, order, flags, sequence) ->
                                AddressCodec.writeChange(
                                        writer, steps.get(order).sent(), flags, sequence));
        expectEvents(steps, refusals.keySet());
        return failures(steps, refusals);
    }

    private void expectEvents(List<Step> steps, Set<Integer> refused) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).sent() instanceof AddressChange.Remove removal
                    && !refused.contains(i)) {
                links.expectedRemovals().add(removal.address());
            }
        }
    }

    private List<AddressFailure> failures(List<Step> steps, Map<Integer, NetlinkOutcome> refusals) {
        List<AddressFailure> failures = new ArrayList<>();
        int lastFailed = -1;
        for (Map.Entry<Integer, NetlinkOutcome> refusal : refusals.entrySet()) {
            int i = refusal.getKey();
            Step step = steps.get(i);
            if (isDone(step.sent(), refusal.getValue().errno())) {
                continue;
            }
            // A change that takes two messages fails once.
            if (!step.second() || lastFailed != i - 1) {
                SystemException cause = refusal(step.sent(), refusal.getValue());
                failures.add(new AddressFailure(step.asked(), cause));
            }
            lastFailed = i;
        }
        return failures;
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
        requests.close();
    }
}

package org.ninelives.linux.rtnetlink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleChange;
import org.ninelives.api.system.RuleFailure;
import org.ninelives.api.system.RuleListener;
import org.ninelives.api.system.Rules;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkOutcome;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;
import org.ninelives.linux.packet.Outbox;
import org.ninelives.linux.poll.Poller;
import org.ninelives.linux.safeguard.Safeguard;
import org.ninelives.linux.safeguard.Undo;

/** Changes rules by RTM_NEWRULE and RTM_DELRULE, many in one system call. */
public final class LinuxRules implements Rules, AutoCloseable {

    private static final int GROUPS = RuleNumbers.RTMGRP_IPV4_RULE | RuleNumbers.RTMGRP_IPV6_RULE;

    private final Outbox outbox;
    private final Requests requests;
    private final LossWatch<IpAddress.Family, Rule> watch;
    private final Safeguard safeguard;
    private final NetlinkWriter undo =
            new NetlinkWriter(ByteBuffer.allocate(Requests.ORDER_BYTES_MAX));

    /** Which events may mean that rules are gone. */
    private final class Events implements LossWatch.Kind<IpAddress.Family, Rule> {

        @Override
        public void suspect(NetlinkReader event, LossWatch.Suspicion<IpAddress.Family> suspicion)
                throws NetlinkFormatException {
            if (event.type() == RuleNumbers.RTM_DELRULE) {
                event.attributes(RuleNumbers.FIB_RULE_HDR);
                AddressFamily.of(event.body().get(0)).ifPresent(suspicion::of);
            }
        }

        @Override
        public List<Rule> present(List<Rule> entries) throws SystemException {
            return LinuxRules.this.present(entries);
        }
    }

    /**
     * Opens the socket.
     *
     * @param outbox packets in it leave before a rule changes
     * @param safeguard told of every rule that is there because of us
     */
    public LinuxRules(Poller poller, Outbox outbox, Safeguard safeguard) throws SystemException {
        this.outbox = outbox;
        this.safeguard = safeguard;
        requests = new Requests();
        try {
            watch = new LossWatch<>(new Events(), Rule::family, poller, GROUPS, requests.portId());
        } catch (SystemException e) {
            requests.close();
            throw e;
        }
    }

    /** Sets how much of events the kernel keeps; the usual size when empty. */
    public void setEventBuffer(OptionalInt bytes, boolean forced) throws SystemException {
        watch.setEventBuffer(bytes, forced);
    }

    @Override
    public List<RuleFailure> apply(List<RuleChange> changes) {
        outbox.flush();
        changes.forEach(this::hold);
        safeguard.flush();
        Map<Integer, NetlinkOutcome> refusals =
                requests.order(
                        changes.size(),
                        (writer, order, flags, sequence) ->
                                RuleWriter.writeChange(
                                        writer, changes.get(order), flags, sequence));
        List<RuleFailure> failures = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            RuleChange change = changes.get(i);
            NetlinkOutcome refusal = refusals.get(i);
            boolean done = refusal == null || isDone(change, refusal.errno());
            if (!done) {
                failures.add(new RuleFailure(change, cause(change, refusal)));
            }
            switch (change) {
                case RuleChange.Add add -> {
                    if (done) {
                        watch.added(add.rule());
                    } else {
                        safeguard.drop(add.rule());
                    }
                }
                case RuleChange.Remove remove -> {
                    // Also when the removal failed: it is not wanted.
                    watch.removed(remove.rule());
                    if (done) {
                        safeguard.drop(remove.rule());
                    }
                }
            }
        }
        return failures;
    }

    /** Lets the safeguard know of a rule before it is there. */
    private void hold(RuleChange change) {
        if (change instanceof RuleChange.Add add) {
            RuleWriter.writeChange(undo.clear(), new RuleChange.Remove(add.rule()), 0, 0);
            safeguard.put(add.rule(), Undo.route(undo));
        }
    }

    /** Whether the error says that all is as it was asked to be. */
    private static boolean isDone(RuleChange change, int errno) {
        return switch (change) {
            case RuleChange.Add add -> errno == Errno.EEXIST;
            case RuleChange.Remove remove -> errno == Errno.ENOENT;
        };
    }

    private static SystemException cause(RuleChange change, NetlinkOutcome refusal) {
        String what =
                switch (change) {
                    case RuleChange.Add add -> "RTM_NEWRULE ";
                    case RuleChange.Remove remove -> "RTM_DELRULE ";
                };
        return new SystemException(
                what + change.rule(), Errno.name(refusal.errno()), Hints.of(refusal));
    }

    @Override
    public void watch(RuleListener listener) throws SystemException {
        watch.listen(listener::ruleLost);
    }

    @Override
    public List<Rule> present(List<Rule> rules) throws SystemException {
        Set<Rule> there = new HashSet<>();
        for (IpAddress.Family family : IpAddress.Family.values()) {
            if (rules.stream().anyMatch(rule -> rule.family() == family)) {
                there.addAll(list(family));
            }
        }
        return rules.stream().filter(there::contains).toList();
    }

    private List<Rule> list(IpAddress.Family family) throws SystemException {
        List<Rule> found = new ArrayList<>();
        requests.list(
                "RTM_GETRULE",
                (writer, sequence) -> RuleWriter.writeDump(writer, family, sequence),
                found::clear,
                message -> RuleReader.read(message).ifPresent(found::add));
        return found;
    }

    @Override
    public void close() {
        watch.close();
        requests.close();
    }
}

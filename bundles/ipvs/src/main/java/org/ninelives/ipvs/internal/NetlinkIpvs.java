package org.ninelives.ipvs.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.ipvs.DestinationEntry;
import org.ninelives.api.ipvs.Ipvs;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsFailure;
import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.api.system.SystemException;
import org.ninelives.ipvs.wire.ChangeWriter;
import org.ninelives.ipvs.wire.DestinationReader;
import org.ninelives.ipvs.wire.IpvsNumbers;
import org.ninelives.ipvs.wire.ServiceReader;
import org.ninelives.ipvs.wire.StateReader;
import org.ninelives.linux.genetlink.GenericNetlinkSocket;
import org.ninelives.linux.netlink.NetlinkOutcome;
import org.ninelives.linux.netlink.NetlinkWriter;

/** IPVS of one network namespace, through a socket opened there. */
final class NetlinkIpvs implements Ipvs {

    private static final ChangeWriter WRITER = new ChangeWriter();

    private final GenericNetlinkSocket socket;

    NetlinkIpvs(GenericNetlinkSocket socket) {
        this.socket = socket;
    }

    private static void writeNothing(NetlinkWriter writer) {}

    @Override
    public String version() throws SystemException {
        List<String> versions = new ArrayList<>(1);
        check(
                "IPVS_CMD_GET_INFO",
                socket.ask(
                        IpvsNumbers.CMD_GET_INFO,
                        NetlinkIpvs::writeNothing,
                        answer -> versions.add(StateReader.version(answer))));
        return only(versions);
    }

    @Override
    public List<ServiceEntry> services() throws SystemException {
        List<ServiceEntry> alone = new ArrayList<>();
        check(
                "IPVS_CMD_GET_SERVICE",
                socket.list(
                        IpvsNumbers.CMD_GET_SERVICE,
                        NetlinkIpvs::writeNothing,
                        answer -> ServiceReader.read(answer).ifPresent(alone::add)));
        List<ServiceEntry> services = new ArrayList<>(alone.size());
        for (ServiceEntry entry : alone) {
            services.add(withDestinations(entry));
        }
        return services;
    }

    @Override
    public Optional<ServiceEntry> service(ServiceKey key) throws SystemException {
        List<ServiceEntry> found = new ArrayList<>(1);
        NetlinkOutcome outcome =
                socket.ask(
                        IpvsNumbers.CMD_GET_SERVICE,
                        writer -> ChangeWriter.key(key, writer),
                        answer -> ServiceReader.read(answer).ifPresent(found::add));
        if (GenericNetlinkSocket.errorName(outcome).equals("ESRCH")) {
            return Optional.empty();
        }
        check("IPVS_CMD_GET_SERVICE", outcome);
        return Optional.of(withDestinations(only(found)));
    }

    private ServiceEntry withDestinations(ServiceEntry entry) throws SystemException {
        ServiceKey key = entry.service().key();
        List<DestinationEntry> destinations = new ArrayList<>();
        check(
                "IPVS_CMD_GET_DEST",
                socket.list(
                        IpvsNumbers.CMD_GET_DEST,
                        writer -> ChangeWriter.key(key, writer),
                        answer -> destinations.add(DestinationReader.read(answer, key.family()))));
        return new ServiceEntry(entry.service(), entry.counters(), destinations);
    }

    @Override
    public IpvsTimeouts timeouts() throws SystemException {
        List<IpvsTimeouts> timeouts = new ArrayList<>(1);
        check(
                "IPVS_CMD_GET_CONFIG",
                socket.ask(
                        IpvsNumbers.CMD_GET_CONFIG,
                        NetlinkIpvs::writeNothing,
                        answer -> timeouts.add(StateReader.timeouts(answer))));
        return only(timeouts);
    }

    @Override
    public List<SyncDaemon> syncDaemons() throws SystemException {
        List<SyncDaemon> daemons = new ArrayList<>();
        check(
                "IPVS_CMD_GET_DAEMON",
                socket.list(
                        IpvsNumbers.CMD_GET_DAEMON,
                        NetlinkIpvs::writeNothing,
                        answer -> daemons.add(StateReader.daemon(answer))));
        return daemons;
    }

    @Override
    public List<IpvsFailure> apply(List<IpvsChange> changes) throws SystemException {
        List<IpvsFailure> failures = new ArrayList<>();
        socket.execute(
                changes,
                WRITER,
                (change, outcome) -> {
                    String errno = GenericNetlinkSocket.errorName(outcome);
                    failures.add(new IpvsFailure(change, Refusal.of(change, errno)));
                });
        return failures;
    }

    private static void check(String what, NetlinkOutcome outcome) throws SystemException {
        if (outcome.errno() != 0) {
            throw Refusal.of(what, GenericNetlinkSocket.errorName(outcome));
        }
    }

    private static <T> T only(List<T> answers) throws SystemException {
        if (answers.isEmpty()) {
            throw new SystemException("IPVS", "EBADMSG", "the kernel gave an empty answer");
        }
        return answers.getFirst();
    }

    @Override
    public void close() {
        socket.close();
    }
}

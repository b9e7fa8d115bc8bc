package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.settings.InstanceKey;
import org.ninelives.vrrp.wire.Authentication;
import org.ninelives.vrrp.wire.PacketPeek;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of all virtual routers: those on the same interface and group share one, and packets
 * find their instance by VRID.
 */
final class Channels {

    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final int VRIDS = 256;

    /** What Ethernet carries, for sockets that are bound to no interface. */
    private static final int MTU_UNKNOWN = 1500;

    /**
     * Where nothing else is asked for. A master of 255 virtual routers may send all their adverts
     * at once, and each takes over a kilobyte of the usual 208, whatever its length.
     */
    private static final int RECEIVE_BYTES = 1 << 20;

    private final Loop loop;
    private final Map<Address, Channel> channels = new HashMap<>();
    private boolean logUnknownVrids;
    private long unknownVrids;

    Channels(Loop loop) {
        this.loop = loop;
    }

    private record Address(
            int linkIndex,
            IpAddress.Family family,
            Optional<IpAddress> group,
            boolean authenticationHeader) {}

    void setLogUnknownVrids(boolean log) {
        logUnknownVrids = log;
    }

    /** Adverts whose VRID no virtual router has where they came in, since they were cleared. */
    long unknownVrids() {
        return unknownVrids;
    }

    void clearUnknownVrids() {
        unknownVrids = 0;
    }

    /**
     * Joins the virtual routers on this interface and group.
     *
     * @param link the interface; none for unicast over whichever interface the routes say
     * @throws SystemException if a socket is needed and the kernel refuses it
     */
    Channel join(RunningInstance instance, Optional<Link> link) throws SystemException {
        InstanceKey key = instance.settings().key();
        Address address =
                new Address(
                        link.map(Link::index).orElse(0),
                        key.family(),
                        key.group(),
                        hasHeader(instance));
        Channel channel = channels.get(address);
        if (channel == null) {
            channel = new Channel(address, link);
            channel.open(link, channel.bufferOf(instance));
            channels.put(address, channel);
        }
        channel.add(instance);
        return channel;
    }

    /**
     * A socket by which one virtual router sends on its virtual interface.
     *
     * @throws SystemException if the kernel refuses it
     */
    Outlet outlet(RunningInstance instance, Link link) throws SystemException {
        AdvertSocket.Options options =
                new AdvertSocket.Options(
                        instance.settings().key().family(),
                        Optional.of(link),
                        Optional.empty(),
                        OptionalInt.empty(),
                        hasHeader(instance),
                        true);
        return new Outlet(
                link.index(), loop.openAdvertSocket(options, new SendFailures(link.name().name())));
    }

    private static boolean hasHeader(RunningInstance instance) {
        return instance.settings().advert().authentication() instanceof Authentication.IpsecAh;
    }

    /** One socket and the virtual routers that use it. */
    final class Channel implements AdvertSocket.Receiver {

        private final Address address;
        private final String where;
        private final int mtu;
        private final RunningInstance[][] byVrid = new RunningInstance[VRIDS][];
        private final boolean[] unknownTold = new boolean[VRIDS];
        private final List<RunningInstance> members = new ArrayList<>();
        private AdvertSocket socket;
        private OptionalInt buffer = OptionalInt.empty();
        private final SendFailures failures;

        private Channel(Address address, Optional<Link> link) {
            this.address = address;
            this.where = link.map(on -> on.name().name()).orElse("any interface");
            this.mtu = link.map(Link::mtu).orElse(MTU_UNKNOWN);
            this.failures = new SendFailures(where);
        }

        private void open(Optional<Link> link, OptionalInt bytes) throws SystemException {
            buffer = bytes;
            socket =
                    loop.openAdvertSocket(
                            new AdvertSocket.Options(
                                    address.family(),
                                    link,
                                    address.group(),
                                    buffer,
                                    address.authenticationHeader(),
                                    false),
                            this);
        }

        private void add(RunningInstance instance) {
            members.add(instance);
            index();
            fitBuffer();
        }

        /** Leaves; the last one closes the socket. */
        void leave(RunningInstance instance) {
            members.remove(instance);
            index();
            if (members.isEmpty()) {
                channels.remove(address);
                socket.close();
            } else {
                fitBuffer();
            }
        }

        private OptionalInt bufferOf(RunningInstance instance) {
            OptionalInt asked = instance.settings().transport().receiveBuffer().bytes(mtu);
            return OptionalInt.of(asked.orElse(RECEIVE_BYTES));
        }

        /** The socket that several share has the largest buffer that one of them asks for. */
        void fitBuffer() {
            OptionalInt wanted =
                    members.stream().map(this::bufferOf).flatMapToInt(OptionalInt::stream).max();
            if (wanted.equals(buffer)) {
                return;
            }
            buffer = wanted;
            try {
                socket.setReceiveBuffer(wanted);
            } catch (SystemException e) {
                LOG.warn("adverts on {}: {}", where, e.getMessage());
            }
        }

        private void index() {
            Arrays.fill(byVrid, null);
            for (RunningInstance member : members) {
                int vrid = member.settings().key().virtualRouterId();
                RunningInstance[] before =
                        byVrid[vrid] == null ? new RunningInstance[0] : byVrid[vrid];
                RunningInstance[] after = Arrays.copyOf(before, before.length + 1);
                after[before.length] = member;
                byVrid[vrid] = after;
            }
        }

        void send(ByteBuffer packet, IpAddress destination) {
            socket.send(packet, destination);
        }

        @Override
        public void received(long nowNanos, ByteBuffer packet, boolean truncated) {
            int vrid = PacketPeek.virtualRouterId(packet);
            if (vrid == PacketPeek.NONE) {
                return;
            }
            RunningInstance[] candidates = byVrid[vrid];
            if (candidates == null) {
                isUnknown(vrid);
            } else if (candidates.length == 1) {
                candidates[0].received(nowNanos, packet, truncated);
            } else {
                receivedShared(candidates, nowNanos, packet, truncated);
            }
        }

        /** Several unicast instances with one VRID: the peer decides. */
        private void receivedShared(
                RunningInstance[] candidates, long nowNanos, ByteBuffer packet, boolean truncated) {
            for (RunningInstance candidate : candidates) {
                if (candidate.isFromPeer(packet)) {
                    candidate.received(nowNanos, packet, truncated);
                    return;
                }
            }
        }

        private void isUnknown(int vrid) {
            unknownVrids++;
            if (logUnknownVrids && !unknownTold[vrid]) {
                unknownTold[vrid] = true;
                LOG.info("Unknown VRID({}) received on interface({}). ignoring...", vrid, where);
            }
        }

        @Override
        public void sendFailed(IpAddress destination, SystemException cause) {
            failures.sendFailed(destination, cause);
        }
    }
}

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

    private final Loop loop;
    private final Map<Address, Channel> channels = new HashMap<>();
    private boolean logUnknownVrids;

    Channels(Loop loop) {
        this.loop = loop;
    }

    private record Address(int linkIndex, Optional<IpAddress> group) {}

    void setLogUnknownVrids(boolean log) {
        logUnknownVrids = log;
    }

    /**
     * Joins the virtual routers on this interface and group.
     *
     * @throws SystemException if a socket is needed and the kernel refuses it
     */
    Channel join(RunningInstance instance, Link link) throws SystemException {
        Address address = new Address(link.index(), instance.settings().key().group());
        Channel channel = channels.get(address);
        if (channel == null) {
            channel = new Channel(address, link);
            channel.open(link, instance.settings().receiveBufferBytes());
            channels.put(address, channel);
        }
        channel.add(instance);
        return channel;
    }

    /** One socket and the virtual routers that use it. */
    final class Channel implements AdvertSocket.Receiver {

        private final Address address;
        private final String where;
        private final RunningInstance[][] byVrid = new RunningInstance[VRIDS][];
        private final boolean[] unknownTold = new boolean[VRIDS];
        private final List<RunningInstance> members = new ArrayList<>();
        private AdvertSocket socket;
        private boolean sendFailureTold;

        private Channel(Address address, Link link) {
            this.address = address;
            this.where = link.name().toString();
        }

        private void open(Link link, OptionalInt receiveBufferBytes) throws SystemException {
            socket =
                    loop.openAdvertSocket(
                            new AdvertSocket.Options(
                                    IpAddress.Family.IPV4,
                                    Optional.of(link),
                                    address.group(),
                                    receiveBufferBytes),
                            this);
        }

        private void add(RunningInstance instance) {
            members.add(instance);
            index();
        }

        /** Leaves; the last one closes the socket. */
        void leave(RunningInstance instance) {
            members.remove(instance);
            index();
            if (members.isEmpty()) {
                channels.remove(address);
                socket.close();
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
                tellUnknown(vrid);
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

        private void tellUnknown(int vrid) {
            if (logUnknownVrids && !unknownTold[vrid]) {
                unknownTold[vrid] = true;
                LOG.info("Unknown VRID({}) received on interface({}). ignoring...", vrid, where);
            }
        }

        @Override
        public void sendFailed(IpAddress destination, SystemException cause) {
            if (!sendFailureTold) {
                sendFailureTold = true;
                LOG.warn(
                        "adverts on {} do not reach {}: {}",
                        where,
                        destination,
                        cause.getMessage());
            }
        }
    }
}

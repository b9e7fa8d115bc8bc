package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Links;
import org.ninelives.api.system.LoopTask;
import org.ninelives.vrrp.settings.GarpGroup;
import org.ninelives.vrrp.settings.PaceSettings;
import org.ninelives.vrrp.wire.GratuitousArp;
import org.ninelives.vrrp.wire.NeighbourAdvertisement;

/**
 * Tells the neighbours where an address is now: gratuitous ARP, or the neighbour advertisements of
 * IPv6, each interface or {@code garp_group} after its own pace where one is set.
 *
 * <p>Every address is told once before any is told again, so that after a takeover of thousands the
 * last one need not wait for the repetitions of the first.
 */
final class Announcer {

    /** Frames that leave in one turn, about a millisecond's worth, so that adverts do not wait. */
    private static final int FRAMES_PER_TURN = 512;

    private final FrameSocket frames;
    private final Links links;

    /** By interface, or by the group it is in. */
    private final Map<Object, Lane> lanes = new HashMap<>();

    private PaceSettings pace = PaceSettings.NONE;
    private Map<InterfaceName, GarpGroup> groups = Map.of();

    Announcer(FrameSocket frames, Links links) {
        this.frames = frames;
        this.links = links;
    }

    /** How fast to announce from now on; what waits already keeps its lane. */
    void setPace(PaceSettings settings) {
        pace = settings;
        Map<InterfaceName, GarpGroup> members = new HashMap<>();
        for (GarpGroup group : settings.groups()) {
            group.interfaces().forEach(name -> members.put(name, group));
        }
        groups = Map.copyOf(members);
    }

    /**
     * Announces an address on an interface that has an Ethernet address; others need no
     * announcement. Frames leave at {@link #due}.
     *
     * @param count frames, at least 1
     * @param holds whether the address is still held when a frame's turn comes; if not it is
     *     dropped
     */
    void announce(Link link, IpAddress address, int count, BooleanSupplier holds) {
        if (link.mac().bits() == 0) {
            return;
        }
        GarpGroup group = groups.get(link.name());
        ByteBuffer frame;
        long intervalNanos;
        if (address.family() == IpAddress.Family.IPV4) {
            frame = GratuitousArp.frame(link.mac(), address);
            intervalNanos = arpIntervalNanos(link.name());
        } else {
            boolean router = links.forwardsIpv6(link.index());
            frame = NeighbourAdvertisement.frame(link.mac(), address, router);
            intervalNanos = neighbourIntervalNanos(link.name());
        }
        Object lane = group == null ? (Object) link.index() : group;
        lanes.computeIfAbsent(lane, any -> new Lane())
                .add(new Announcement(link.index(), frame, intervalNanos, holds, count));
    }

    /** The least gap between two gratuitous ARPs on an interface, 0 for none. */
    long arpIntervalNanos(InterfaceName name) {
        GarpGroup group = groups.get(name);
        return group == null ? pace.arpIntervalNanos() : group.arpIntervalNanos();
    }

    /** The same for unsolicited neighbour advertisements. */
    long neighbourIntervalNanos(InterfaceName name) {
        GarpGroup group = groups.get(name);
        return group == null ? pace.neighbourIntervalNanos() : group.neighbourIntervalNanos();
    }

    /** When the next waiting frame may leave. */
    long deadlineNanos() {
        if (lanes.isEmpty()) {
            return LoopTask.NEVER;
        }
        long earliest = LoopTask.NEVER;
        for (Lane lane : lanes.values()) {
            earliest = Math.min(earliest, lane.deadlineNanos());
        }
        return earliest;
    }

    /**
     * Sends the frames whose turn has come.
     *
     * @param moreToCome whether further addresses are about to be in place; nothing is told again
     *     before those
     */
    void due(long nowNanos, boolean moreToCome) {
        if (lanes.isEmpty()) {
            return;
        }
        int room = send(nowNanos, FRAMES_PER_TURN, Lane::hasFirst);
        if (!moreToCome) {
            send(nowNanos, room, lane -> true);
        }
        lanes.values().removeIf(lane -> lane.isIdle(nowNanos));
    }

    /** Sends what may leave by the lanes for which this holds; answers what room is left. */
    private int send(long nowNanos, int room, Predicate<Lane> which) {
        int left = room;
        for (Lane lane : lanes.values()) {
            while (left > 0 && lane.deadlineNanos() <= nowNanos && which.test(lane)) {
                if (lane.sendNext(nowNanos, frames)) {
                    left--;
                }
            }
        }
        return left;
    }
}

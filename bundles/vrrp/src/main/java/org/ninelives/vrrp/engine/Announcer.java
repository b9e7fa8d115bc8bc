package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LoopTask;
import org.ninelives.vrrp.wire.GratuitousArp;

/**
 * Tells the neighbours where an address is now: gratuitous ARP, each interface after its own pace
 * where {@code vrrp_garp_interval} sets one.
 *
 * <p>Every address is told once before any is told again, so that after a takeover of thousands the
 * last one need not wait for the repetitions of the first.
 */
final class Announcer {

    /**
     * More than this waiting on one interface would be told too late to be of use; the oldest go
     * first.
     */
    private static final int WAITING_MAX = 100_000;

    /** Frames that leave in one turn, about a millisecond's worth, so that adverts do not wait. */
    private static final int FRAMES_PER_TURN = 512;

    private final FrameSocket frames;
    private final Map<Integer, Lane> lanes = new HashMap<>();
    private long intervalNanos;

    Announcer(FrameSocket frames) {
        this.frames = frames;
    }

    /** One address to be told a number of times. */
    private static final class Announcement {

        private final int linkIndex;
        private final ByteBuffer frame;
        private final BooleanSupplier holds;
        private int left;

        Announcement(int linkIndex, ByteBuffer frame, BooleanSupplier holds, int count) {
            this.linkIndex = linkIndex;
            this.frame = frame;
            this.holds = holds;
            this.left = count;
        }
    }

    /** What waits for its turn on one interface. */
    private static final class Lane {

        private final Deque<Announcement> first = new ArrayDeque<>();
        private final Deque<Announcement> again = new ArrayDeque<>();
        private long nextNanos = Long.MIN_VALUE;

        boolean isEmpty() {
            return first.isEmpty() && again.isEmpty();
        }

        void add(Announcement announcement) {
            if (first.size() + again.size() == WAITING_MAX) {
                next();
            }
            first.add(announcement);
        }

        Announcement next() {
            Announcement next = first.poll();
            return next == null ? again.remove() : next;
        }
    }

    /** The least gap between two frames on one interface; 0 for none. */
    void setIntervalNanos(long nanos) {
        intervalNanos = nanos;
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
        if (address.family() != IpAddress.Family.IPV4 || link.mac().bits() == 0) {
            return;
        }
        ByteBuffer frame = GratuitousArp.frame(link.mac(), address);
        lanes.computeIfAbsent(link.index(), index -> new Lane())
                .add(new Announcement(link.index(), frame, holds, count));
    }

    /** When the next waiting frame may leave. */
    long deadlineNanos() {
        long earliest = LoopTask.NEVER;
        for (Lane lane : lanes.values()) {
            if (!lane.isEmpty()) {
                earliest = Math.min(earliest, lane.nextNanos);
            }
        }
        return earliest;
    }

    /** Sends the frames whose turn has come. */
    void due(long nowNanos) {
        int room = FRAMES_PER_TURN;
        for (Lane lane : lanes.values()) {
            while (room > 0 && !lane.isEmpty() && nowNanos >= lane.nextNanos) {
                if (send(lane)) {
                    room--;
                    lane.nextNanos = intervalNanos == 0 ? Long.MIN_VALUE : nowNanos + intervalNanos;
                }
            }
        }
        lanes.values().removeIf(lane -> lane.isEmpty() && nowNanos >= lane.nextNanos);
    }

    private boolean send(Lane lane) {
        Announcement announcement = lane.next();
        if (!announcement.holds.getAsBoolean()) {
            return false;
        }
        frames.send(announcement.linkIndex, announcement.frame.duplicate());
        if (--announcement.left > 0) {
            lane.again.add(announcement);
        }
        return true;
    }
}

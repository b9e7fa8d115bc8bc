package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LoopTask;
import org.ninelives.vrrp.wire.GratuitousArp;

/**
 * Sends gratuitous ARP, one interface after its own pace where {@code vrrp_garp_interval} sets one.
 */
final class Announcer {

    /**
     * More than this waiting on one interface would be told too late to be of use; the oldest go
     * first.
     */
    private static final int QUEUE_FRAMES_MAX = 10_000;

    private final FrameSocket frames;
    private final Map<Integer, Pace> paces = new HashMap<>();
    private long intervalNanos;

    Announcer(FrameSocket frames) {
        this.frames = frames;
    }

    /** What waits for its turn on one interface. */
    private static final class Pace {
        private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
        private long nextNanos;
    }

    /** The least gap between two frames on one interface; 0 for none. */
    void setIntervalNanos(long nanos) {
        intervalNanos = nanos;
    }

    /**
     * Announces an IPv4 address on an interface that has an Ethernet address; others need no
     * announcement.
     */
    void announce(long nowNanos, Link link, IpAddress address) {
        if (address.family() != IpAddress.Family.IPV4 || link.mac().bits() == 0) {
            return;
        }
        ByteBuffer frame = GratuitousArp.frame(link.mac(), address);
        if (intervalNanos == 0) {
            frames.send(link.index(), frame);
            return;
        }
        Pace pace = paces.computeIfAbsent(link.index(), index -> new Pace());
        if (pace.waiting.isEmpty() && nowNanos - pace.nextNanos >= 0) {
            send(nowNanos, link.index(), pace, frame);
            return;
        }
        if (pace.waiting.size() == QUEUE_FRAMES_MAX) {
            pace.waiting.remove();
        }
        pace.waiting.add(frame);
    }

    /** When the next waiting frame may leave. */
    long deadlineNanos() {
        long earliest = LoopTask.NEVER;
        for (Pace pace : paces.values()) {
            if (!pace.waiting.isEmpty()) {
                earliest = Math.min(earliest, pace.nextNanos);
            }
        }
        return earliest;
    }

    /** Sends the frames whose turn has come. */
    void due(long nowNanos) {
        paces.forEach(
                (linkIndex, pace) -> {
                    if (!pace.waiting.isEmpty() && nowNanos >= pace.nextNanos) {
                        send(nowNanos, linkIndex, pace, pace.waiting.remove());
                    }
                });
    }

    private void send(long nowNanos, int linkIndex, Pace pace, ByteBuffer frame) {
        frames.send(linkIndex, frame);
        pace.nextNanos = nowNanos + intervalNanos;
    }
}

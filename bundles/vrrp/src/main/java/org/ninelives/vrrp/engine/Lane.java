package org.ninelives.vrrp.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.ninelives.api.system.FrameSocket;
import org.ninelives.api.system.LoopTask;

/** The announcements that wait for their turn on one interface, or on a group of them. */
final class Lane {

    /** More than this waiting would be told too late to be of use; the oldest go first. */
    private static final int WAITING_MAX = 100_000;

    private final Deque<Announcement> first = new ArrayDeque<>();
    private final Deque<Announcement> again = new ArrayDeque<>();
    private long nextNanos = Long.MIN_VALUE;

    void add(Announcement announcement) {
        if (first.size() + again.size() == WAITING_MAX) {
            next();
        }
        first.add(announcement);
    }

    /** When the next one may be told; {@link LoopTask#NEVER} when none waits. */
    long deadlineNanos() {
        return first.isEmpty() && again.isEmpty() ? LoopTask.NEVER : nextNanos;
    }

    /** Whether forgetting this lane would make no difference. */
    boolean isIdle(long nowNanos) {
        return deadlineNanos() == LoopTask.NEVER && nextNanos <= nowNanos;
    }

    /** Tells the next one, if its address is still held; answers whether it was. */
    boolean sendNext(long nowNanos, FrameSocket frames) {
        Announcement announcement = next();
        if (!announcement.holds()) {
            return false;
        }
        if (announcement.send(frames)) {
            again.add(announcement);
        }
        if (announcement.intervalNanos() > 0) {
            nextNanos = nowNanos + announcement.intervalNanos();
        }
        return true;
    }

    private Announcement next() {
        Announcement next = first.poll();
        return next == null ? again.remove() : next;
    }
}

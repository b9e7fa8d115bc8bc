package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.ninelives.api.system.FrameSocket;

/** One address to be told a number of times. */
final class Announcement {

    private final int linkIndex;
    private final ByteBuffer frame;
    private final long intervalNanos;
    private final BooleanSupplier holds;
    private int left;

    Announcement(
            int linkIndex, ByteBuffer frame, long intervalNanos, BooleanSupplier holds, int count) {
        this.linkIndex = linkIndex;
        this.frame = frame;
        this.intervalNanos = intervalNanos;
        this.holds = holds;
        this.left = count;
    }

    /** The least gap between its frame and the next of the same lane; 0 for none. */
    long intervalNanos() {
        return intervalNanos;
    }

    /** Whether the address is still held. */
    boolean holds() {
        return holds.getAsBoolean();
    }

    /** Tells it; answers whether it is to be told again. */
    boolean send(FrameSocket frames) {
        frames.send(linkIndex, frame.duplicate());
        left--;
        return left > 0;
    }
}

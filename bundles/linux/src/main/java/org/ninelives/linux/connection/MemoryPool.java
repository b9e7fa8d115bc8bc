package org.ninelives.linux.connection;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.ninelives.linux.libc.NativeBuffer;

/**
 * Memory that the kernel reads and writes during one call. It is taken for the call alone and never
 * held while waiting, so that there is no more of it than calls at the same time. Any thread.
 */
final class MemoryPool {

    /** The longest datagram, and a good piece of a stream. */
    static final int BYTES = 1 << 16;

    /** More than processors; what is given back beyond that is left to the garbage collector. */
    private static final int KEPT_MAX = 64;

    private final AtomicReferenceArray<NativeBuffer> free = new AtomicReferenceArray<>(KEPT_MAX);

    /** Memory with anything in it. */
    NativeBuffer take() {
        for (int i = 0; i < KEPT_MAX; i++) {
            if (free.get(i) != null) {
                NativeBuffer taken = free.getAndSet(i, null);
                if (taken != null) {
                    return taken;
                }
            }
        }
        return NativeBuffer.allocate(BYTES);
    }

    void giveBack(NativeBuffer taken) {
        for (int i = 0; i < KEPT_MAX; i++) {
            if (free.compareAndSet(i, null, taken)) {
                return;
            }
        }
    }
}

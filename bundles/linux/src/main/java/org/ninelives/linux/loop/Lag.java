package org.ninelives.linux.loop;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import org.ninelives.api.management.LatenessCount;
import org.ninelives.api.management.LoopStatus;

/**
 * Counts turns, lateness and time spent. Written by the loop's thread, which allocates nothing for
 * it and waits for nobody; read by any.
 */
final class Lag {

    /** From what a healthy kernel does to what loses masterships. */
    private static final long[] BOUNDS_MICROS = {
        100, 1_000, 5_000, 10_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000
    };

    /** One more than there are bounds: the last is for whatever is beyond all. */
    private final AtomicLongArray lateness = new AtomicLongArray(BOUNDS_MICROS.length + 1);

    private volatile long turns;
    private volatile long busyNanos;
    private volatile long lateNanosSum;
    private volatile long lateNanosMax;

    /** A deadline was called so late. */
    void late(long nanos) {
        int bucket = bucket(nanos);
        lateness.setRelease(bucket, lateness.getPlain(bucket) + 1);
        long sumNow = lateNanosSum + nanos;
        lateNanosSum = sumNow;
        if (nanos > lateNanosMax) {
            lateNanosMax = nanos;
        }
    }

    void turnTook(long nanos) {
        long turnsNow = turns + 1;
        turns = turnsNow;
        long busyNow = busyNanos + nanos;
        busyNanos = busyNow;
    }

    LoopStatus status(String name) {
        return new LoopStatus(
                name,
                turns,
                TimeUnit.NANOSECONDS.toMicros(busyNanos),
                TimeUnit.NANOSECONDS.toMicros(lateNanosSum),
                TimeUnit.NANOSECONDS.toMicros(lateNanosMax),
                counts());
    }

    private List<LatenessCount> counts() {
        return IntStream.range(0, lateness.length())
                .mapToObj(i -> new LatenessCount(bound(i), lateness.get(i)))
                .toList();
    }

    private static long bound(int bucket) {
        return bucket < BOUNDS_MICROS.length ? BOUNDS_MICROS[bucket] : LatenessCount.UNBOUNDED;
    }

    private static int bucket(long nanos) {
        int bucket = 0;
        while (bucket < BOUNDS_MICROS.length
                && nanos > TimeUnit.MICROSECONDS.toNanos(BOUNDS_MICROS[bucket])) {
            bucket++;
        }
        return bucket;
    }
}

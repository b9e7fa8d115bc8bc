package org.ninelives.check.core;

import java.util.Arrays;

/**
 * How late looks start, counted in buckets that are at most an eighth wider than their lower end.
 * For one thread.
 */
public final class Lateness {

    /** Each doubling of the time has so many buckets. */
    private static final int PER_OCTAVE = 8;

    private static final int OCTAVE_BITS = 3;

    /** Up to 2^63 microseconds. */
    private final long[] buckets = new long[(Long.SIZE - OCTAVE_BITS) * PER_OCTAVE];

    private long count;
    private long maxMicros;

    /** One more look; one that started early counts as in time. */
    public void add(long nanos) {
        long micros = Math.max(0, nanos / 1000);
        buckets[bucket(micros)]++;
        count++;
        maxMicros = Math.max(maxMicros, micros);
    }

    public long count() {
        return count;
    }

    public long maxMicros() {
        return maxMicros;
    }

    /**
     * So many microseconds late or less were this part of all looks; 0 before the first.
     *
     * @param part above 0, up to 1
     */
    public long quantileMicros(double part) {
        long rank = (long) Math.ceil(part * count);
        long seen = 0;
        for (int i = 0; i < buckets.length; i++) {
            seen += buckets[i];
            if (seen >= rank && seen > 0) {
                return Math.min(upperEnd(i), maxMicros);
            }
        }
        return maxMicros;
    }

    /** Starts anew. */
    public void clear() {
        Arrays.fill(buckets, 0);
        count = 0;
        maxMicros = 0;
    }

    private static int bucket(long micros) {
        if (micros < PER_OCTAVE) {
            return (int) micros;
        }
        int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - OCTAVE_BITS;
        return octave * PER_OCTAVE + (int) (micros >>> octave);
    }

    private static long upperEnd(int bucket) {
        if (bucket < PER_OCTAVE) {
            return bucket;
        }
        int octave = bucket / PER_OCTAVE - 1;
        return ((long) (bucket - octave * PER_OCTAVE + 1) << octave) - 1;
    }
}

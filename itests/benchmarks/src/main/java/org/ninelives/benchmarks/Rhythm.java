package org.ninelives.benchmarks;

import java.util.Arrays;

/** The gaps between the adverts of many virtual routers. Times are nanoseconds since 1970 UTC. */
final class Rhythm {

    private static final long NONE = Long.MIN_VALUE;

    private final long fromNanos;
    private final long toNanos;
    private final long[] firsts;
    private final long[] lasts;
    private int heard;
    private long[] gaps = new long[1024];
    private int count;
    private boolean sorted;

    private Rhythm(int instances, long fromNanos, long toNanos) {
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
        firsts = new long[instances];
        lasts = new long[instances];
        Arrays.fill(firsts, NONE);
        Arrays.fill(lasts, NONE);
    }

    /**
     * Nothing heard yet.
     *
     * @param instances virtual routers, numbered from 0
     */
    Rhythm(int instances) {
        this(instances, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** What is heard from now on, with a count of its own: only gaps that end in this time. */
    Rhythm goneOn(long from, long to) {
        Rhythm other = new Rhythm(lasts.length, from, to);
        System.arraycopy(lasts, 0, other.lasts, 0, lasts.length);
        System.arraycopy(firsts, 0, other.firsts, 0, firsts.length);
        other.heard = heard;
        return other;
    }

    void advert(int instance, long nanos) {
        if (lasts[instance] == NONE) {
            heard++;
            firsts[instance] = nanos;
        } else if (nanos >= fromNanos && nanos <= toNanos) {
            add(nanos - lasts[instance]);
        }
        lasts[instance] = nanos;
    }

    private void add(long gap) {
        if (count == gaps.length) {
            gaps = Arrays.copyOf(gaps, 2 * count);
        }
        gaps[count++] = gap;
        sorted = false;
    }

    /** How many virtual routers have sent an advert. */
    int heard() {
        return heard;
    }

    long firstNanos(int instance) {
        return firsts[instance];
    }

    long lastNanos(int instance) {
        return lasts[instance];
    }

    int gaps() {
        return count;
    }

    /** The gap that this share of all gaps does not exceed, in milliseconds; 0 without gaps. */
    double percentileMillis(double share) {
        sort();
        return count == 0 ? 0 : gaps[(int) Math.ceil(share * count) - 1] / 1e6;
    }

    double maxMillis() {
        return percentileMillis(1);
    }

    /** How many gaps are longer. */
    int longerThan(double millis) {
        sort();
        int longer = 0;
        while (longer < count && gaps[count - 1 - longer] / 1e6 > millis) {
            longer++;
        }
        return longer;
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(gaps, 0, count);
            sorted = true;
        }
    }
}

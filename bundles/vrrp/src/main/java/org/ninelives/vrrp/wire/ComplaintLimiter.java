package org.ninelives.vrrp.wire;

/**
 * Lets one log line of each kind pass until the instance changes state or accepts an advert from a
 * new master, so that nobody can fill the log by sending packets. Not thread-safe.
 */
public final class ComplaintLimiter {

    private int verdictsTold;
    private int anomaliesTold;

    /** Whether this is the first of its kind; the next one is not. */
    public boolean isFirst(Verdict verdict) {
        int bit = 1 << verdict.ordinal();
        boolean first = (verdictsTold & bit) == 0;
        verdictsTold |= bit;
        return first;
    }

    /** Whether this is the first of its kind; the next one is not. */
    public boolean isFirst(Anomaly anomaly) {
        int bit = 1 << anomaly.ordinal();
        boolean first = (anomaliesTold & bit) == 0;
        anomaliesTold |= bit;
        return first;
    }

    /** The instance has changed state or has a new master: everything may be told once more. */
    public void reset() {
        verdictsTold = 0;
        anomaliesTold = 0;
    }
}

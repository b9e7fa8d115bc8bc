package org.ninelives.vrrp.wire;

import java.util.EnumSet;
import java.util.Set;

/**
 * Lets one log line of each kind pass until the instance changes state or accepts an advert from a
 * new master, so that nobody can fill the log by sending packets. Not thread-safe.
 */
public final class ComplaintLimiter {

    private final Set<Verdict> verdictsTold = EnumSet.noneOf(Verdict.class);
    private final Set<Anomaly> anomaliesTold = EnumSet.noneOf(Anomaly.class);

    /** Whether this is the first of its kind; the next one is not. */
    public boolean isFirst(Verdict verdict) {
        return verdictsTold.add(verdict);
    }

    /** Whether this is the first of its kind; the next one is not. */
    public boolean isFirst(Anomaly anomaly) {
        return anomaliesTold.add(anomaly);
    }

    /** The instance has changed state or has a new master: everything may be told once more. */
    public void reset() {
        verdictsTold.clear();
        anomaliesTold.clear();
    }
}

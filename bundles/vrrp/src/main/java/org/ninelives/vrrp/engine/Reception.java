package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import org.ninelives.vrrp.core.ReceivedAdvert;
import org.ninelives.vrrp.wire.AdvertFormat;
import org.ninelives.vrrp.wire.AdvertValidator;
import org.ninelives.vrrp.wire.Anomaly;
import org.ninelives.vrrp.wire.ComplaintLimiter;
import org.ninelives.vrrp.wire.Complaints;
import org.ninelives.vrrp.wire.Counter;
import org.ninelives.vrrp.wire.Hints;
import org.ninelives.vrrp.wire.Verdict;
import org.ninelives.vrrp.wire.WireMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packets one virtual router hears: checks, counts, and complains about each kind of fault
 * once.
 */
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final Anomaly[] ANOMALIES = Anomaly.values();

    private final String instance;
    private final Counters counters;
    private final AdvertFormat format;
    private final AdvertValidator validator;
    private final ComplaintLimiter limiter = new ComplaintLimiter();
    private final ReceivedAdvert advert = new ReceivedAdvert();
    private long masterSourceHigh;
    private long masterSourceLow;

    Reception(String instance, AdvertFormat format, WireMemory memory, Counters counters) {
        this.instance = instance;
        this.counters = counters;
        this.format = format;
        this.validator = new AdvertValidator(format, memory);
    }

    /**
     * Whether the packet is an advert for this virtual router; then {@link #advert} is what it
     * says.
     */
    boolean accepts(ByteBuffer packet, boolean truncated) {
        long epochMillis = System.currentTimeMillis();
        Verdict verdict = validator.validate(packet, truncated, epochMillis, advert);
        if (verdict != Verdict.ACCEPTED) {
            refuse(verdict, packet, epochMillis);
            return false;
        }
        counters.raise(Counter.ADVERT_RCVD);
        if (advert.sourceLow() != masterSourceLow || advert.sourceHigh() != masterSourceHigh) {
            masterSourceLow = advert.sourceLow();
            masterSourceHigh = advert.sourceHigh();
            limiter.reset();
        }
        for (Anomaly anomaly : ANOMALIES) {
            if (validator.found(anomaly)) {
                remark(anomaly, packet, epochMillis);
            }
        }
        return true;
    }

    /** The advert accepted last; filled again by the next. */
    ReceivedAdvert advert() {
        return advert;
    }

    /** The instance has another state: what was complained about may be told once more. */
    void stateChanged() {
        limiter.reset();
    }

    private void refuse(Verdict verdict, ByteBuffer packet, long epochMillis) {
        Counter counter = verdict.counter().orElse(null);
        if (counter != null) {
            counters.raise(counter);
        }
        if (verdict != Verdict.IGNORED && limiter.isFirst(verdict)) {
            LOG.info(
                    "{}; {}",
                    Complaints.text(instance, format, verdict, packet, epochMillis),
                    Hints.of(verdict));
        }
    }

    private void remark(Anomaly anomaly, ByteBuffer packet, long epochMillis) {
        Counter counter = anomaly.counter().orElse(null);
        if (counter != null) {
            counters.raise(counter);
        }
        if (anomaly != Anomaly.PRIORITY_ZERO && limiter.isFirst(anomaly)) {
            LOG.info(
                    "{}; {}",
                    Complaints.text(instance, format, anomaly, packet, epochMillis),
                    Hints.of(anomaly));
        }
    }
}

package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import org.ninelives.vrrp.core.ReceivedAdvert;
import org.ninelives.vrrp.wire.AdvertFormat;
import org.ninelives.vrrp.wire.AdvertValidator;
import org.ninelives.vrrp.wire.Anomaly;
import org.ninelives.vrrp.wire.ComplaintLimiter;
import org.ninelives.vrrp.wire.Complaints;
import org.ninelives.vrrp.wire.Counter;
import org.ninelives.vrrp.wire.Verdict;
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
    private long masterSource;

    Reception(String instance, AdvertFormat format, Counters counters) {
        this.instance = instance;
        this.counters = counters;
        this.format = format;
        this.validator = new AdvertValidator(format);
    }

    /**
     * Whether the packet is an advert for this virtual router; then {@link #advert} is what it
     * says.
     */
    boolean accepts(ByteBuffer packet, boolean truncated) {
        Verdict verdict = validator.validate(packet, truncated, advert);
        if (verdict != Verdict.ACCEPTED) {
            refuse(verdict, packet);
            return false;
        }
        counters.raise(Counter.ADVERT_RCVD);
        if (advert.sourceLow() != masterSource) {
            masterSource = advert.sourceLow();
            limiter.reset();
        }
        for (Anomaly anomaly : ANOMALIES) {
            if (validator.found(anomaly)) {
                remark(anomaly, packet);
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

    private void refuse(Verdict verdict, ByteBuffer packet) {
        Counter counter = verdict.counter().orElse(null);
        if (counter != null) {
            counters.raise(counter);
        }
        if (verdict != Verdict.IGNORED && limiter.isFirst(verdict)) {
            LOG.info("{}", Complaints.text(instance, format, verdict, packet));
        }
    }

    private void remark(Anomaly anomaly, ByteBuffer packet) {
        counters.raise(anomaly.counter());
        if (anomaly != Anomaly.PRIORITY_ZERO && limiter.isFirst(anomaly)) {
            LOG.info("{}", Complaints.text(instance, format, anomaly, packet));
        }
    }
}

package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import org.ninelives.vrrp.core.ReceivedAdvert;
import org.ninelives.vrrp.settings.InstanceSettings;
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
    private static final long WORDS_EACH_NANOS = 100_000_000;
    private static final Anomaly[] ANOMALIES = Anomaly.values();

    private final String instance;
    private final Counters counters;
    private final Observation observation;
    private final AdvertFormat format;
    private final AdvertValidator validator;
    private final ComplaintLimiter limiter = new ComplaintLimiter();
    private final ReceivedAdvert advert = new ReceivedAdvert();

    /** The latest example of each kind. */
    private final Map<Verdict, String> verdictWords = new EnumMap<>(Verdict.class);

    private final Map<Anomaly, String> anomalyWords = new EnumMap<>(Anomaly.class);
    private long wordedNanos;
    private long masterSourceHigh;
    private long masterSourceLow;

    Reception(
            InstanceSettings settings,
            WireMemory memory,
            Counters counters,
            Observation observation) {
        this.instance = settings.name();
        this.counters = counters;
        this.observation = observation;
        this.format = settings.advert();
        this.validator = new AdvertValidator(format, memory);
    }

    /**
     * Whether the packet is an advert for this virtual router; then {@link #advert} is what it
     * says.
     */
    boolean accepts(long nowNanos, ByteBuffer packet, boolean truncated) {
        long epochMillis = System.currentTimeMillis();
        Verdict verdict = validator.validate(packet, truncated, epochMillis, advert);
        if (verdict != Verdict.ACCEPTED) {
            refuse(nowNanos, verdict, packet, epochMillis);
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
                remark(nowNanos, anomaly, packet, epochMillis);
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

    private void refuse(long nowNanos, Verdict verdict, ByteBuffer packet, long epochMillis) {
        Counter counter = verdict.counter().orElse(null);
        if (counter != null) {
            counters.raise(counter);
        }
        if (verdict == Verdict.IGNORED) {
            return;
        }
        boolean first = limiter.isFirst(verdict);
        String complaint = verdictWords.get(verdict);
        if (first || complaint == null || mayWord(nowNanos)) {
            complaint = Complaints.text(instance, format, verdict, packet, epochMillis);
            verdictWords.put(verdict, complaint);
            Refusal.of(verdict, packet, epochMillis).ifPresent(observation::tell);
        }
        if (first) {
            LOG.info("{}; {}", complaint, Hints.of(verdict));
        }
        observation.refused(nowNanos, verdict, complaint);
    }

    private void remark(long nowNanos, Anomaly anomaly, ByteBuffer packet, long epochMillis) {
        Counter counter = anomaly.counter().orElse(null);
        if (counter != null) {
            counters.raise(counter);
        }
        if (anomaly == Anomaly.PRIORITY_ZERO) {
            return;
        }
        boolean first = limiter.isFirst(anomaly);
        String complaint = anomalyWords.get(anomaly);
        if (first || complaint == null || mayWord(nowNanos)) {
            complaint = Complaints.text(instance, format, anomaly, packet, epochMillis);
            anomalyWords.put(anomaly, complaint);
        }
        if (first) {
            LOG.info("{}; {}", complaint, Hints.of(anomaly));
        }
        observation.found(nowNanos, anomaly, complaint);
    }

    /** Words cost time, which a flood of bad packets must not get. */
    private boolean mayWord(long nowNanos) {
        boolean may = nowNanos - wordedNanos >= WORDS_EACH_NANOS;
        if (may) {
            wordedNanos = nowNanos;
        }
        return may;
    }
}

package org.ninelives.vrrp.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.management.AdvertAges;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.MacAddress;
import org.ninelives.vrrp.core.AdvertFlaw;
import org.ninelives.vrrp.core.Diagnosis;
import org.ninelives.vrrp.core.Effect;
import org.ninelives.vrrp.core.ReceivedAdvert;
import org.ninelives.vrrp.core.Remark;
import org.ninelives.vrrp.core.SplitBrain;
import org.ninelives.vrrp.core.SplitBrainWatch;
import org.ninelives.vrrp.wire.Anomaly;
import org.ninelives.vrrp.wire.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches one virtual router for what its operator has to know. */
final class Observation extends Agenda.Entry {

    private static final Logger LOG = LoggerFactory.getLogger(Observation.class);

    private final RunningInstance instance;
    private final Node node;
    private final Diagnosis diagnosis;
    private final SplitBrainWatch splitBrain;

    Observation(RunningInstance instance, Node node) {
        this.instance = instance;
        this.node = node;
        diagnosis = new Diagnosis(node.nowNanos(), instance.router());
        splitBrain =
                new SplitBrainWatch(instance.settings().router().advertIntervalNanos(), this::tell);
    }

    /** The virtual router has asked for this. Allocates nothing for an advert. */
    void performed(Effect effect) {
        long nowNanos = node.nowNanos();
        diagnosis.performed(nowNanos, effect);
        if (effect instanceof Effect.SendAdvert advert) {
            splitBrain.advertSent(advert.priority());
        } else if (effect instanceof Effect.StateChanged change) {
            splitBrain.stateChanged(nowNanos, change.to());
        }
    }

    /** The virtual router has reacted to this advert. Allocates nothing. */
    void heard(long nowNanos, ReceivedAdvert advert) {
        diagnosis.heard(nowNanos, advert);
        splitBrain.intervalIs(instance.router().masterAdvertIntervalNanos());
        splitBrain.advertHeard(nowNanos, advert);
        schedule();
    }

    /** Another machine has spoken for one of the virtual addresses. */
    void addressSeen(long nowNanos, IpAddress address, MacAddress mac) {
        splitBrain.addressSeen(nowNanos, address, mac);
        schedule();
    }

    /**
     * A packet was refused.
     *
     * @param words who sent it and what was wrong with it
     */
    void refused(long nowNanos, Verdict verdict, String words) {
        flaw(verdict).ifPresent(flaw -> flawed(nowNanos, flaw, words));
    }

    /** An accepted advert was odd. */
    void found(long nowNanos, Anomaly anomaly, String words) {
        flaw(anomaly).ifPresent(flaw -> flawed(nowNanos, flaw, words));
    }

    /** The words are those of a log line, which begins with the name of the instance. */
    private void flawed(long nowNanos, AdvertFlaw flaw, String words) {
        String prefix = "(" + instance.name() + ") ";
        String example = words.startsWith(prefix) ? words.substring(prefix.length()) : words;
        diagnosis.flawed(nowNanos, flaw, example, this::tell);
    }

    /** Sentences for the operator, the most important first. */
    List<String> explain() {
        List<String> sentences = diagnosis.explain(node.nowNanos());
        sentences.addAll(1, node.overridden().sentences(instance.settings()));
        if (splitBrain.isRaised()) {
            sentences.add(1, "SPLIT BRAIN: " + splitBrain.evidence());
        }
        sentences.addAll(instance.explainTrackers());
        return sentences;
    }

    /** How old the latest adverts are. */
    AdvertAges ages() {
        long nowNanos = node.nowNanos();
        return new AdvertAges(
                micros(diagnosis.sinceSent(nowNanos)), micros(diagnosis.sinceHeard(nowNanos)));
    }

    private static long micros(OptionalLong nanos) {
        return nanos.isPresent()
                ? TimeUnit.NANOSECONDS.toMicros(nanos.getAsLong())
                : AdvertAges.NEVER;
    }

    boolean isSplitBrain() {
        return splitBrain.isRaised();
    }

    /** Ends: it will be told nothing more. */
    void end() {
        node.agenda().set(this, Agenda.NEVER);
    }

    @Override
    void due(long nowNanos) {
        splitBrain.tick(nowNanos);
        schedule();
    }

    private void schedule() {
        node.agenda().set(this, splitBrain.deadlineNanos());
    }

    private void tell(SplitBrain told) {
        String text = told.text(instance.name());
        node.log()
                .add(
                        () -> {
                            if (told instanceof SplitBrain.Raised) {
                                LOG.error("{}", text);
                            } else {
                                LOG.info("{}", text);
                            }
                        });
        node.listener().happened(Events.of(instance.settings().subject(), told));
    }

    /** An advert was refused for a reason that others may want to know. */
    void tell(RefusedAdvert refused) {
        node.listener().refused(instance.name(), refused);
    }

    private void tell(Remark remark) {
        String text = remark.text(instance.name());
        node.log().add(() -> LOG.warn("{}", text));
    }

    private static Optional<AdvertFlaw> flaw(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED, IGNORED, OTHER_VRID -> Optional.empty();
            case TRUNCATED, MALFORMED, WRONG_LENGTH, WRONG_IP_LENGTH ->
                    Optional.of(AdvertFlaw.LENGTH);
            case WRONG_TTL, PEER_TTL -> Optional.of(AdvertFlaw.TTL);
            case WRONG_VERSION -> Optional.of(AdvertFlaw.VERSION);
            case HMAC_UNEXPECTED,
                    HMAC_MISSING,
                    HMAC_MALFORMED,
                    HMAC_UNKNOWN_KEY,
                    HMAC_WRONG_MAC,
                    INVALID_AUTH_TYPE,
                    AUTH_TYPE_MISMATCH,
                    WRONG_PASSWORD,
                    AH_WRONG_SPI,
                    AH_WRONG_CODE ->
                    Optional.of(AdvertFlaw.AUTHENTICATION);
            case HMAC_STALE, HMAC_REPLAYED, AH_REPLAYED -> Optional.of(AdvertFlaw.REPLAY);
            case INTERVAL_MISMATCH -> Optional.of(AdvertFlaw.INTERVAL);
            case INVALID_TYPE -> Optional.of(AdvertFlaw.TYPE);
            case WRONG_CHECKSUM -> Optional.of(AdvertFlaw.CHECKSUM);
            case WRONG_DESTINATION -> Optional.of(AdvertFlaw.DESTINATION);
            case UNKNOWN_PEER -> Optional.of(AdvertFlaw.UNKNOWN_PEER);
        };
    }

    private static Optional<AdvertFlaw> flaw(Anomaly anomaly) {
        return switch (anomaly) {
            case INTERVAL_DIFFERS -> Optional.of(AdvertFlaw.OTHER_INTERVAL);
            case ADDRESS_COUNT_DIFFERS, ADDRESS_MISSING -> Optional.of(AdvertFlaw.ADDRESSES);
            case PRIORITY_ZERO, CHECKSUM_FORM_DIFFERS, OLD_CHECKSUM, CLOCK_SKEWED ->
                    Optional.empty();
        };
    }
}

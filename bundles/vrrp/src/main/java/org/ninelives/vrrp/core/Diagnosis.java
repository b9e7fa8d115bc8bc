package org.ninelives.vrrp.core;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ninelives.api.net.IpAddress;

/**
 * Remembers what one virtual router has heard, refused and sent, and explains to the operator why
 * it is in its state and what to check. Counts begin anew with each change of state. Pure and not
 * thread-safe; hearing and sending adverts allocates nothing.
 */
public final class Diagnosis {

    /** From so many on adverts of a weaker master are no leftovers of an election. */
    private static final int ADVERTS_OF_DEAF_PEER = 3;

    private static final int INTERVALS_TO_FORGET = 3;

    private final VirtualRouter router;
    private final MasterRecord lastHeard = new MasterRecord();
    private final MasterRecord weaker = new MasterRecord();
    private final Map<AdvertFlaw, FlawRecord> flaws = new EnumMap<>(AdvertFlaw.class);

    private long stateSinceNanos;
    private long heard;
    private long weakerHeard;
    private long weakerSinceNanos;
    private long sent;
    private boolean hasSent;
    private long sentNanos;
    private int sentPriority;
    private long pauses;
    private long longestPauseNanos;

    /** A diagnosis of this router, which is in its present state since {@code nowNanos}. */
    public Diagnosis(long nowNanos, VirtualRouter router) {
        this.router = Objects.requireNonNull(router);
        stateSinceNanos = nowNanos;
        for (AdvertFlaw flaw : AdvertFlaw.values()) {
            flaws.put(flaw, new FlawRecord(flaw));
        }
    }

    /** The router has reacted to this advert. */
    public void heard(long nowNanos, ReceivedAdvert advert) {
        lastHeard.remember(advert, nowNanos);
        heard++;
        if (router.state() == State.MASTER && advert.priority() > 0) {
            weakerHeard(nowNanos, advert);
        }
    }

    /**
     * An advert had a flaw.
     *
     * @param words tell from whom it came, what it said and what was expected
     * @param log takes what the operator has to hear without asking: when at least three adverts
     *     had this flaw over two seconds or more, then once a minute while they come
     */
    public void flawed(long nowNanos, AdvertFlaw flaw, String words, Consumer<? super Remark> log) {
        FlawRecord flawRecord = flaws.get(flaw);
        flawRecord.seen(nowNanos, words);
        if (flawRecord.mustTell(nowNanos)) {
            log.accept(new Remark.Diagnosed(flawRecord.words(nowNanos)));
        }
    }

    /** The router has asked for this. */
    public void performed(long nowNanos, Effect effect) {
        switch (effect) {
            case Effect.SendAdvert advert -> {
                sent++;
                sentAt(nowNanos);
                sentPriority = advert.priority();
            }
            case Effect.SendResignation resignation -> sentAt(nowNanos);
            case Effect.StateChanged change -> stateChanged(nowNanos, change.to());
            case Remark.LateTick late -> stoodStill(late.lateNanos());
            case Remark.LateMaster late -> stoodStill(late.lateNanos());
            case Effect.Act act -> {}
            case Effect.Reclaimed reclaimed -> {}
            case Remark remark -> {}
        }
    }

    private void sentAt(long nowNanos) {
        hasSent = true;
        sentNanos = nowNanos;
    }

    /** Nanoseconds since its latest advert, one that resigns included; empty if it sent none. */
    public OptionalLong sinceSent(long nowNanos) {
        return hasSent ? OptionalLong.of(nowNanos - sentNanos) : OptionalLong.empty();
    }

    /** Nanoseconds since the latest advert that it accepted; empty if it heard none. */
    public OptionalLong sinceHeard(long nowNanos) {
        return lastHeard.isKnown()
                ? OptionalLong.of(nowNanos - lastHeard.heardNanos())
                : OptionalLong.empty();
    }

    /** What an operator wants to know, the most important first; sentences without a full stop. */
    public List<String> explain(long nowNanos) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "%s for %s: %s"
                        .formatted(
                                router.state(),
                                Words.seconds(nowNanos - stateSinceNanos),
                                router.reason()));
        router.faults().forEach(fault -> sentences.add(wordsOf(fault)));
        if (isPeerDeaf(nowNanos)) {
            sentences.add(deafPeer(nowNanos));
        }
        flaws.values().stream()
                .filter(flawRecord -> !flawRecord.isEmpty())
                .forEach(flawRecord -> sentences.add(flawRecord.words(nowNanos)));
        if (router.state() == State.MASTER) {
            sentences.add(sending(nowNanos));
        }
        sentences.add(hearing(nowNanos));
        if (router.state() == State.BACKUP) {
            sentences.add(router.outlook(nowNanos));
        }
        if (pauses > 0) {
            sentences.add(
                    "stood still %d time%s since the start, the longest time for %s; check the load of this machine"
                            .formatted(
                                    pauses,
                                    pauses == 1 ? "" : "s",
                                    Words.seconds(longestPauseNanos)));
        }
        return sentences;
    }

    private void weakerHeard(long nowNanos, ReceivedAdvert advert) {
        if (!weaker.sent(advert) || !isRecent(nowNanos, weaker)) {
            weakerHeard = 0;
            weakerSinceNanos = nowNanos;
        }
        weaker.remember(advert, nowNanos);
        weakerHeard++;
    }

    private void stateChanged(long nowNanos, State to) {
        stateSinceNanos = nowNanos;
        heard = 0;
        // The advert that begins a mastership is sent before the state changes.
        sent = to == State.MASTER ? 1 : 0;
        weaker.forget();
        weakerHeard = 0;
        flaws.values().forEach(FlawRecord::reset);
    }

    private void stoodStill(long lateNanos) {
        pauses++;
        longestPauseNanos = Math.max(longestPauseNanos, lateNanos);
    }

    private boolean isPeerDeaf(long nowNanos) {
        return router.state() == State.MASTER
                && weakerHeard >= ADVERTS_OF_DEAF_PEER
                && isRecent(nowNanos, weaker);
    }

    private String deafPeer(long nowNanos) {
        IpAddress peer = weaker.address().orElseThrow();
        return "a peer seems not to hear us: %s keeps sending priority %d while we send %d, for %s now; check that protocol 112 (VRRP) from us reaches it, and that it does not refuse our adverts"
                .formatted(
                        peer,
                        weaker.priority(),
                        sentPriority,
                        Words.seconds(nowNanos - weakerSinceNanos));
    }

    private boolean isRecent(long nowNanos, MasterRecord other) {
        long intervalNanos = router.masterAdvertIntervalNanos();
        return other.isKnown()
                && nowNanos - other.heardNanos() < INTERVALS_TO_FORGET * intervalNanos;
    }

    private String sending(long nowNanos) {
        return "has sent %d adverts of priority %d as master, the latest %s ago, one each %s"
                .formatted(
                        sent,
                        sentPriority,
                        Words.seconds(nowNanos - sentNanos),
                        Words.millis(router.settings().advertIntervalNanos()));
    }

    private String hearing(long nowNanos) {
        if (!lastHeard.isKnown()) {
            return "has heard no advert since the start";
        }
        return "has heard %d advert%s in this state; the latest ever came %s ago from %s"
                .formatted(
                        heard,
                        heard == 1 ? "" : "s",
                        Words.seconds(nowNanos - lastHeard.heardNanos()),
                        lastHeard.words());
    }

    private static String wordsOf(Fault fault) {
        return (fault.isReal() ? "fault: " : "awaits the first result of ") + fault.words();
    }
}

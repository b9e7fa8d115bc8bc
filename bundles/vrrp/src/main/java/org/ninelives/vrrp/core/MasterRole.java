package org.ninelives.vrrp.core;

import static org.ninelives.vrrp.core.Timers.NEVER;

/** What a virtual router does in MASTER: it advertises, announces, and defends its claim. */
final class MasterRole {

    private final Turn turn;
    private final GarpSchedule garp;
    private final ElectionWatch elections = new ElectionWatch();
    private final OwnerDispute dispute = new OwnerDispute();

    private long advertAtNanos = NEVER;
    private long advertSentNanos;
    private boolean ownAddressTold;

    MasterRole(Turn turn) {
        this.turn = turn;
        garp = new GarpSchedule(turn.settings.garp());
    }

    void end() {
        advertAtNanos = NEVER;
        ownAddressTold = false;
        garp.end();
        elections.reset();
        dispute.end();
    }

    /** The only one who sets the advert timer: packets that are received do not touch it. */
    void sendAdvert() {
        turn.emit(Effect.SendAdvert.of(turn.claim.priority()));
        advertSentNanos = turn.nowNanos;
        advertAtNanos = turn.nowNanos + turn.settings.advertIntervalNanos();
        dispute.advertSent();
    }

    /** Announces the addresses now, and again as the settings say. */
    void beginAnnouncing() {
        announce(garp.begin(turn.nowNanos));
    }

    /** RFC 9568 6.4.3: the Adver_Timer fires. */
    void tick() {
        if (turn.nowNanos >= advertAtNanos) {
            long dueNanos = advertAtNanos;
            boolean late = isTooLate(turn.nowNanos);
            sendAdvert();
            advertAtNanos =
                    Timers.next(dueNanos, turn.settings.advertIntervalNanos(), turn.nowNanos);
            if (late) {
                turn.emit(new Remark.LateTick(turn.nowNanos - dueNanos));
                announce(garp.beginAgain(turn.nowNanos));
            }
        }
        announce(garp.due(turn.nowNanos));
    }

    /** Whether its last advert is so old that another router may have become master. */
    private boolean isTooLate(long nowNanos) {
        int highestPeer = turn.settings.timerExpiredPriority();
        return nowNanos - advertSentNanos
                >= Timers.masterDownNanos(
                        turn.settings.version(),
                        highestPeer > 0 ? highestPeer : turn.claim.priority(),
                        turn.settings.advertIntervalNanos(),
                        turn.settings.downTimerAdverts());
    }

    /** Whether others may have lost patience with it; the owner is master all the same. */
    boolean hasStoodStill(long nowNanos) {
        return !turn.claim.isOwner() && isTooLate(nowNanos);
    }

    long silenceNanos() {
        return turn.nowNanos - advertSentNanos;
    }

    /** How long its next advert is overdue. */
    long lateNanos() {
        return turn.nowNanos - advertAtNanos;
    }

    /** RFC 9568 6.4.3: an advertisement is received. Answers whether its sender is the master. */
    boolean yieldsTo(ReceivedAdvert advert) {
        if (advert.priority() == 0) {
            sendAdvert();
            return false;
        }
        int comparison = turn.claim.compareTo(advert);
        if (comparison > 0) {
            if (isDisputeLost(advert)) {
                return true;
            }
            defend(advert);
            return false;
        }
        if (comparison < 0) {
            turn.emit(
                    new Remark.HigherPriorityHeard(
                            advert.source(), advert.priority(), turn.claim.priority()));
            if (turn.settings.higherPrioritySendAdvert()) {
                sendAdvert();
            }
            return true;
        }
        if (!ownAddressTold) {
            ownAddressTold = true;
            turn.emit(new Remark.OwnAddressHeard(advert.source(), advert.priority()));
        }
        return false;
    }

    void settingsChanged(boolean master) {
        garp.change(turn.settings.garp(), master, turn.nowNanos);
    }

    boolean advertises() {
        return advertAtNanos != NEVER;
    }

    long deadlineNanos() {
        return Math.min(advertAtNanos, garp.deadlineNanos());
    }

    /** keepalived: of two owners one goes by 254 if the other one does not yield. */
    private boolean isDisputeLost(ReceivedAdvert advert) {
        long intervalNanos = Math.max(turn.settings.advertIntervalNanos(), advert.intervalNanos());
        boolean lost =
                advert.priority() == RouterSettings.OWNER_PRIORITY
                        && dispute.heard(turn.nowNanos, intervalNanos);
        if (lost) {
            turn.emit(new Remark.OwnershipDisputed(advert.source()));
            turn.claim.stepBack();
        }
        return lost;
    }

    private void defend(ReceivedAdvert advert) {
        elections.heard(turn.nowNanos, advert, turn.claim.priority()).ifPresent(turn.effects);
        // Two routers that disagree about the better claim must not answer each other without end.
        boolean justSpoken =
                turn.nowNanos - advertSentNanos < turn.settings.advertIntervalNanos() / 4;
        if (!turn.settings.lowerPriorityNoAdvert() && !justSpoken) {
            sendAdvert();
        }
        if (elections.isReclaimDue(turn.nowNanos)) {
            turn.emit(new Effect.Reclaimed(advert.source(), advert.priority()));
        }
        announceAgainstOther();
        turn.companions.announceToo();
    }

    /** Another master may have announced the addresses as its own. */
    void announceAgainstOther() {
        announce(garp.lowerPriorityHeard(turn.nowNanos));
    }

    private void announce(int count) {
        if (count > 0) {
            turn.emit(new Effect.Announce(count));
        }
    }
}

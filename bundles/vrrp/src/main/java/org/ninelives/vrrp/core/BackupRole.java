package org.ninelives.vrrp.core;

/** What a virtual router does in BACKUP: it listens to the master and waits for its silence. */
final class BackupRole {

    private final Turn turn;
    private final MasterRecord master = new MasterRecord();
    private final DownTimer downTimer = new DownTimer();
    private final PreemptDelay preemptDelay = new PreemptDelay();

    private long masterAdvertIntervalNanos;
    private boolean masterResigned;
    private boolean discardTold;

    BackupRole(Turn turn) {
        this.turn = turn;
        masterAdvertIntervalNanos = turn.settings.advertIntervalNanos();
    }

    /** Listens until {@code claimAtNanos}, and longer if it hears a master. */
    void begin(long claimAtNanos) {
        downTimer.start(claimAtNanos);
    }

    /** Listens for one master down interval, whatever it hears. */
    void hold() {
        downTimer.startAndHold(turn.nowNanos + masterDownNanos());
    }

    void end() {
        downTimer.end();
        preemptDelay.end();
        masterResigned = false;
        discardTold = false;
    }

    /** There is no master but perhaps this router: the own interval is in force again. */
    void forgetMaster() {
        master.forget();
        masterAdvertIntervalNanos = turn.settings.advertIntervalNanos();
    }

    /** The sender of the advert is the master from now on. */
    void learnMaster(ReceivedAdvert advert) {
        master.remember(advert);
        masterAdvertIntervalNanos = learnedIntervalNanos(advert);
    }

    // RFC 9568 6.4.2: an advertisement is received.
    void hear(ReceivedAdvert advert) {
        if (turn.claim.isSteppedBack()
                && (advert.priority() < RouterSettings.OWNER_PRIORITY || !master.sent(advert))) {
            restoreOwnership();
        }
        if (advert.priority() == 0) {
            turn.emit(new Remark.MasterResigned(advert.source()));
            masterResigned = true;
            downTimer.start(turn.nowNanos + skewNanos());
        } else if (advert.priority() >= turn.claim.priority()) {
            preemptDelay.end();
            follow(advert);
        } else if (!turn.settings.preempt() || preemptionWaits()) {
            follow(advert);
        } else if (!discardTold) {
            // The running timer goes on: when it ends this router takes over.
            discardTold = true;
            turn.emit(new Remark.LowerPriorityDiscarded(advert.source(), advert.priority()));
        }
    }

    /** RFC 9568 6.4.2: whether the Active_Down_Timer has fired and mastership is to be taken. */
    boolean isMasterDown() {
        if (turn.nowNanos < downTimer.dueNanos()) {
            return false;
        }
        long lateNanos = turn.nowNanos - downTimer.dueNanos();
        if (lateNanos >= masterDownNanos() && !turn.claim.isOwner()) {
            turn.emit(new Remark.LateTick(lateNanos));
            downTimer.start(turn.nowNanos + masterAdvertIntervalNanos + skewNanos());
            return false;
        }
        turn.emit(new Remark.AdvertTimeout());
        if (turn.claim.isSteppedBack()) {
            restoreOwnership();
        }
        return true;
    }

    /** New settings or another priority: the timers run on with the length they now have. */
    void settingsChanged(RouterSettings before, long masterDownBeforeNanos) {
        boolean version3 = before.version() == 3 && turn.settings.version() == 3;
        if (!master.isKnown() || !version3) {
            masterAdvertIntervalNanos = turn.settings.advertIntervalNanos();
        }
        preemptDelay.lengthen(turn.settings.preemptDelayNanos() - before.preemptDelayNanos());
        downTimer.lengthen(masterDownNanos() - masterDownBeforeNanos);
    }

    boolean waits() {
        return downTimer.runs();
    }

    long deadlineNanos() {
        return downTimer.dueNanos();
    }

    MasterRecord master() {
        return master;
    }

    boolean hasMasterResigned() {
        return masterResigned;
    }

    long masterAdvertIntervalNanos() {
        return masterAdvertIntervalNanos;
    }

    long skewNanos() {
        return Timers.skewNanos(
                turn.settings.version(), turn.claim.priority(), masterAdvertIntervalNanos);
    }

    long masterDownNanos() {
        return Timers.masterDownNanos(
                turn.settings.version(),
                turn.claim.priority(),
                masterAdvertIntervalNanos,
                turn.settings.downTimerAdverts());
    }

    private void follow(ReceivedAdvert advert) {
        learnMaster(advert);
        masterResigned = false;
        discardTold = false;
        downTimer.start(turn.nowNanos + masterDownNanos());
    }

    private boolean preemptionWaits() {
        long delayNanos = turn.settings.preemptDelayNanos();
        if (delayNanos == 0) {
            return false;
        }
        if (!preemptDelay.isStarted()) {
            preemptDelay.start(turn.nowNanos, delayNanos);
            turn.emit(new Remark.PreemptDelayStarted(delayNanos));
        }
        return preemptDelay.waits(turn.nowNanos);
    }

    private void restoreOwnership() {
        long beforeNanos = masterDownNanos();
        turn.claim.restore();
        downTimer.lengthen(masterDownNanos() - beforeNanos);
        turn.emit(new Remark.OwnershipRestored());
    }

    /**
     * Version 3 adopts the master's interval, RFC 9568 6.4.2; an interval of 0 would be no time.
     */
    private long learnedIntervalNanos(ReceivedAdvert advert) {
        return turn.settings.version() == 3 && advert.intervalNanos() > 0
                ? advert.intervalNanos()
                : turn.settings.advertIntervalNanos();
    }
}

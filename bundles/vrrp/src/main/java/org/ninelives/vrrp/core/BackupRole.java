package org.ninelives.vrrp.core;

/** What a virtual router does in BACKUP: it listens to the master and waits for its silence. */
final class BackupRole {

    private final Turn turn;
    private final MasterRecord master = new MasterRecord();
    private final DownTimer downTimer = new DownTimer();
    private final PreemptDelay preemptDelay = new PreemptDelay();
    private final MasterRecord weakerMaster = new MasterRecord();
    private final Witness witness = new Witness();

    private long masterAdvertIntervalNanos;
    private long sinceNanos;
    private boolean masterResigned;
    private boolean timeoutTold;
    private boolean claims;
    private boolean waitingTold;
    private boolean absenceTold;

    BackupRole(Turn turn) {
        this.turn = turn;
        masterAdvertIntervalNanos = turn.settings.advertIntervalNanos();
    }

    /** Listens until {@code claimAtNanos}, and longer if it hears a master. */
    void begin(long claimAtNanos) {
        sinceNanos = turn.nowNanos;
        downTimer.start(claimAtNanos);
    }

    /** Listens for one master down interval, whatever it hears. */
    void hold() {
        downTimer.startAndHold(turn.nowNanos + masterDownNanos());
    }

    void end() {
        downTimer.end();
        preemptDelay.end();
        weakerMaster.forget();
        witness.end();
        masterResigned = false;
        timeoutTold = false;
        claims = false;
        waitingTold = false;
        absenceTold = false;
    }

    /** There is no master but perhaps this router: the own interval is in force again. */
    void forgetMaster() {
        master.forget();
        masterAdvertIntervalNanos = turn.settings.advertIntervalNanos();
    }

    /** The sender of the advert is the master from now on. */
    void learnMaster(ReceivedAdvert advert) {
        master.remember(advert, turn.nowNanos);
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
            witness.cancel();
            downTimer.start(turn.nowNanos + skewNanos());
        } else if (advert.priority() >= turn.claim.priority()) {
            preemptDelay.end();
            follow(advert);
        } else if (turn.standby || !turn.settings.preempt() || preemptionWaits()) {
            follow(advert);
        } else {
            // The running timer goes on: when it ends this router takes over.
            if (!weakerMaster.isKnown()) {
                turn.emit(new Remark.LowerPriorityDiscarded(advert.source(), advert.priority()));
            }
            weakerMaster.remember(advert, turn.nowNanos);
        }
    }

    /** RFC 9568 6.4.2: whether the Active_Down_Timer has fired and mastership may be claimed. */
    boolean isMasterDown() {
        if (turn.nowNanos < downTimer.dueNanos()) {
            return false;
        }
        long lateNanos = turn.nowNanos - downTimer.dueNanos();
        if (lateNanos >= masterDownNanos() && !turn.claim.isOwner()) {
            turn.emit(new Remark.LateTick(lateNanos));
            claims = false;
            witness.cancel();
            downTimer.start(turn.nowNanos + masterAdvertIntervalNanos + skewNanos());
            return false;
        }
        if (!timeoutTold) {
            timeoutTold = true;
            turn.emit(new Remark.AdvertTimeout());
        }
        if (turn.claim.isSteppedBack()) {
            restoreOwnership();
        }
        return mayClaim();
    }

    /** It stands by from now on, or does not any more: what it was about to do is forgotten. */
    void standbyChanged() {
        claims = false;
        absenceTold = false;
        weakerMaster.forget();
        witness.cancel();
    }

    /** It stands by and the Active_Down_Timer may have fired: it listens on. */
    void standBy() {
        if (turn.nowNanos < downTimer.dueNanos()) {
            return;
        }
        // After priority 0 others wait longer than this one would: they are given the time.
        if (!masterResigned && !absenceTold) {
            absenceTold = true;
            turn.emit(new Remark.MasterMissing());
        }
        masterResigned = false;
        downTimer.start(turn.nowNanos + masterDownNanos());
    }

    /** The witness has answered: whether mastership may be claimed. */
    boolean isWitnessed(Input.WitnessAnswered answer) {
        if (!witness.takes(answer.id()) || turn.nowNanos >= downTimer.dueNanos()) {
            return false;
        }
        if (!answer.reachable()) {
            refuse("the witness cannot be reached");
        }
        return answer.reachable();
    }

    /** It claims mastership, and claims it again if its companions do not come along now. */
    void claim() {
        claims = true;
        downTimer.start(turn.nowNanos + masterAdvertIntervalNanos + skewNanos());
    }

    /** Whether its companions keep it waiting for longer than usual; true once. */
    boolean mustTellItWaits() {
        boolean must = claims && !waitingTold;
        waitingTold = waitingTold || must;
        return must;
    }

    /** Whether it would take mastership if its companions came along. */
    boolean claims() {
        return claims;
    }

    /** Why it claims mastership, a sentence. */
    String reasonToClaim() {
        if (masterResigned) {
            return master.isKnown() ? master.words() + " resigned" : "the master resigned";
        }
        if (isPreempting(turn.nowNanos)) {
            return "preempts "
                    + weakerMaster.words()
                    + (preemptDelay.isStarted() ? " after preempt_delay" : "");
        }
        return master.isKnown()
                ? "no advert from %s for %s"
                        .formatted(
                                master.words(), Words.millis(turn.nowNanos - master.heardNanos()))
                : "no master was heard for " + Words.millis(turn.nowNanos - sinceNanos);
    }

    /** When it takes over if nothing else happens, a sentence. */
    String outlook(long nowNanos) {
        if (turn.standby) {
            return "does not take over, because an operator wants it to stand by";
        }
        String left = Words.seconds(Math.max(0, downTimer.dueNanos() - nowNanos));
        if (witness.isAwaited()) {
            return "takes over when its witness answers, which it must within " + left;
        }
        if (claims) {
            return "takes over when the other members of its sync group are ready";
        }
        if (preemptDelay.waits(nowNanos)) {
            return "leaves %s alone for %s more, as preempt_delay says"
                    .formatted(
                            master.isKnown() ? master.words() : "the weaker master",
                            Words.seconds(preemptDelay.leftNanos(nowNanos)));
        }
        if (isPreempting(nowNanos)) {
            return "preempts " + weakerMaster.words() + " in " + left;
        }
        return master.isKnown()
                ? "takes over if " + master.words() + " is silent for " + left + " more"
                : "takes over if no master is heard for " + left + " more";
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
        timeoutTold = false;
        claims = false;
        waitingTold = false;
        absenceTold = false;
        weakerMaster.forget();
        witness.end();
        downTimer.start(turn.nowNanos + masterDownNanos());
    }

    /** Whether no witness has to be asked; otherwise it is being asked, and again and again. */
    private boolean mayClaim() {
        long timeoutNanos = turn.settings.witnessTimeoutNanos();
        if (timeoutNanos == 0 || turn.claim.isOwner()) {
            return true;
        }
        if (witness.isAwaited()) {
            refuse("the witness did not answer in time");
        } else {
            turn.emit(new Effect.AskWitness(witness.ask()));
            downTimer.start(turn.nowNanos + timeoutNanos);
        }
        return false;
    }

    private void refuse(String why) {
        claims = false;
        witness.cancel();
        if (witness.mustTellRefusal()) {
            turn.emit(new Remark.WitnessMissing(why));
        }
        downTimer.start(turn.nowNanos + masterAdvertIntervalNanos);
    }

    private boolean isPreempting(long nowNanos) {
        return weakerMaster.isKnown() && nowNanos - weakerMaster.heardNanos() < masterDownNanos();
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

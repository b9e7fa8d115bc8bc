package org.ninelives.vrrp.core;

import java.util.function.Consumer;

/** The state of a virtual router and the only ways to change it. */
final class Transitions {

    private final Turn turn;
    private final BackupRole backup;
    private final MasterRole master;
    private final Faults faults;

    private State state = State.INIT;
    private String reason = "not started";
    private Retreat lastRetreat = Retreat.YIELD;
    private boolean held;
    private boolean ownsAddresses;

    Transitions(Turn turn, BackupRole backup, MasterRole master, Faults faults) {
        this.turn = turn;
        this.backup = backup;
        this.master = master;
        this.faults = faults;
    }

    State state() {
        return state;
    }

    String reason() {
        return reason;
    }

    boolean runs() {
        return state != State.INIT;
    }

    /** How it left MASTER last. */
    Retreat lastRetreat() {
        return lastRetreat;
    }

    /** A master that stood still for too long steps down before anything else happens. */
    void beginTurn(long nowNanos, Consumer<? super Effect> effects) {
        turn.nowNanos = nowNanos;
        turn.effects = effects;
        if (state == State.MASTER && master.hasStoodStill(nowNanos)) {
            turn.emit(new Remark.LateMaster(master.lateNanos()));
            retreat(
                    Retreat.STOOD_STILL,
                    "it stood still and sent no advert for "
                            + Words.millis(master.silenceNanos())
                            + ", so that another router may be master now");
        }
    }

    // RFC 9568 6.4.1 and 6.4.2: advertise, then announce.
    void becomeMaster(String why) {
        backup.forgetMaster();
        master.sendAdvert();
        turn.emit(new Remark.Entering(State.MASTER, false));
        turn.emit(Effect.OWN_ADDRESSES);
        ownsAddresses = true;
        master.beginAnnouncing();
        become(State.MASTER, why);
    }

    /** From MASTER to BACKUP. */
    void retreat(Retreat how, String why) {
        lastRetreat = how;
        if (how.isToldByPriorityZero()) {
            sendResignation();
        }
        long waitNanos = how == Retreat.LOSS ? backup.skewNanos() : backup.masterDownNanos();
        becomeBackup(turn.nowNanos + waitNanos, why);
        if (how == Retreat.RESIGN) {
            backup.hold();
        }
    }

    void becomeBackup(long claimAtNanos, String why) {
        turn.emit(new Remark.Entering(State.BACKUP, state == State.INIT));
        disown();
        become(State.BACKUP, why);
        backup.begin(claimAtNanos);
    }

    void becomeFault() {
        if (state == State.MASTER) {
            sendResignation();
        }
        turn.emit(new Remark.Entering(State.FAULT, false));
        disown();
        become(State.FAULT, faults.words());
    }

    /** In FAULT there are other faults than before. */
    void faultsDiffer() {
        reason = faults.words();
        if (held && faults.areReal()) {
            become(State.FAULT, reason);
        }
    }

    // RFC 9568 6.4.2 and 6.4.3, Shutdown.
    void stop() {
        if (state == State.MASTER) {
            sendResignation();
        }
        disown();
        become(State.INIT, "stopped");
    }

    void verify() {
        check(ownsAddresses == (state == State.MASTER), "the addresses follow the state");
        check((state == State.FAULT) == (runs() && faults.exist()), "faults mean FAULT");
        check(master.advertises() == (state == State.MASTER), "only a master advertises");
        check(!turn.standby || state != State.MASTER, "who stands by is no master");
        check(backup.waits() == (state == State.BACKUP), "only a backup waits");
    }

    static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("broken invariant: " + what);
        }
    }

    /** The only writer of the state: what belonged to the old one ends here. */
    private void become(State to, String why) {
        State from = state;
        state = to;
        reason = why;
        held = to == State.FAULT && !faults.areReal();
        backup.end();
        if (to != State.MASTER) {
            master.end();
        }
        turn.emit(new Effect.StateChanged(from, to, why, held));
    }

    /** Tells the others that this master goes, so that they need not wait for its silence. */
    private void sendResignation() {
        turn.emit(Effect.SEND_RESIGNATION);
        turn.emit(new Remark.PriorityZeroSent());
    }

    private void disown() {
        if (ownsAddresses) {
            ownsAddresses = false;
            turn.emit(Effect.DISOWN_ADDRESSES);
        }
    }
}

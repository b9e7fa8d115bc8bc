package org.ninelives.vrrp.core;

import java.util.List;
import java.util.function.Consumer;

/** A virtual router as its sync group sees it, and what the group asks of it. */
final class Membership {

    private final Turn turn;
    private final BackupRole backup;
    private final MasterRole master;
    private final Faults faults;
    private final Transitions transitions;
    private final Participation participation;

    Membership(
            Turn turn,
            BackupRole backup,
            MasterRole master,
            Faults faults,
            Transitions transitions,
            Participation participation) {
        this.turn = turn;
        this.backup = backup;
        this.master = master;
        this.faults = faults;
        this.transitions = transitions;
        this.participation = participation;
    }

    boolean exists() {
        return !(turn.companions instanceof Companions.Nobody);
    }

    void begin(Companions companions) {
        turn.companions = companions;
    }

    void end(long nowNanos, Consumer<? super Effect> effects) {
        turn.companions = Companions.NONE;
        companionsHave(nowNanos, List.of(), effects);
    }

    /** The other members have these faults now. */
    void companionsHave(long nowNanos, List<Fault> theirs, Consumer<? super Effect> effects) {
        if (transitions.runs() && faults.setOfCompanions(theirs)) {
            transitions.beginTurn(nowNanos, effects);
            participation.faultsChanged();
            transitions.verify();
        }
    }

    /** The others are master. */
    void follow(long nowNanos, String why, Consumer<? super Effect> effects) {
        transitions.beginTurn(nowNanos, effects);
        transitions.becomeMaster(why);
        transitions.verify();
    }

    /** The others have given up mastership in this way. */
    void follow(long nowNanos, Retreat how, String why, Consumer<? super Effect> effects) {
        transitions.beginTurn(nowNanos, effects);
        if (transitions.state() == State.MASTER) {
            transitions.retreat(how, why);
        }
        transitions.verify();
    }

    /** Another member has found another master. */
    void announceToo(long nowNanos, Consumer<? super Effect> effects) {
        if (isTrueMaster(nowNanos)) {
            transitions.beginTurn(nowNanos, effects);
            master.announceAgainstOther();
        }
    }

    /** Whether it keeps the others from mastership because an operator wants it to stand by. */
    boolean standsBy() {
        return transitions.runs() && turn.standby;
    }

    boolean isTrueMaster(long nowNanos) {
        return transitions.state() == State.MASTER && !master.hasStoodStill(nowNanos);
    }

    /** Whether it would become master now, if all the others did as well. */
    boolean wantsMaster(long nowNanos) {
        if (turn.standby) {
            return false;
        }
        return switch (transitions.state()) {
            case INIT -> false;
            case BACKUP -> backup.claims();
            case MASTER -> isTrueMaster(nowNanos);
            case FAULT ->
                    // It has no fault of its own and need not listen first.
                    faults.own().isEmpty()
                            && turn.claim.isOwner()
                            && !participation.isQuiet(nowNanos);
        };
    }

    List<Fault> ownFaults() {
        return faults.own();
    }

    /** How it left MASTER last. */
    Retreat lastRetreat() {
        return transitions.lastRetreat();
    }

    /** The time of the last input. */
    long nowNanos() {
        return turn.nowNanos;
    }
}

package org.ninelives.vrrp.core;

import java.util.List;

/** How a virtual router comes to take part in the protocol, and what keeps it out. */
final class Participation {

    private final Turn turn;
    private final BackupRole backup;
    private final Faults faults;
    private final Transitions transitions;

    private long quietUntilNanos = Long.MIN_VALUE;

    Participation(Turn turn, BackupRole backup, Faults faults, Transitions transitions) {
        this.turn = turn;
        this.backup = backup;
        this.faults = faults;
        this.transitions = transitions;
    }

    // RFC 9568 6.4.1, Initialize.
    void start() {
        if (transitions.runs()) {
            return;
        }
        turn.claim.restore();
        quietUntilNanos = turn.nowNanos + turn.settings.startDelayNanos();
        turn.companions.starting();
        faults.setOfCompanions(turn.companions.faults());
        if (faults.exist()) {
            faults.own().forEach(fault -> turn.emit(new Remark.Faulted(fault)));
            transitions.becomeFault();
        } else {
            enter("started");
        }
    }

    void stop() {
        if (transitions.runs()) {
            transitions.stop();
        }
    }

    /** Whether it neither hears nor claims anything yet. */
    boolean isQuiet(long nowNanos) {
        return nowNanos < quietUntilNanos;
    }

    /** These faults are its own now. */
    void changeFaults(List<Fault> now) {
        List<Fault> before = faults.own();
        faults.setOwn(now);
        if (!transitions.runs() || now.equals(before)) {
            return;
        }
        before.stream()
                .filter(fault -> !now.contains(fault))
                .forEach(fault -> turn.emit(new Remark.Recovered(fault)));
        now.stream()
                .filter(fault -> !before.contains(fault))
                .forEach(fault -> turn.emit(new Remark.Faulted(fault)));
        faultsChanged();
    }

    /** Its own faults or those of its companions are other ones now. */
    void faultsChanged() {
        if (!faults.exist()) {
            enter("all faults are gone");
        } else if (transitions.state() == State.FAULT) {
            transitions.faultsDiffer();
        } else {
            transitions.becomeFault();
        }
    }

    /** From INIT or FAULT into the protocol; the owner need not listen first. */
    private void enter(String why) {
        backup.forgetMaster();
        if (!turn.standby && turn.companions.areMaster()) {
            transitions.becomeMaster("sync group " + turn.companions.group() + " is master");
        } else if (turn.standby || !turn.claim.isOwner()) {
            long fromNanos = Math.max(turn.nowNanos, quietUntilNanos);
            transitions.becomeBackup(fromNanos + backup.masterDownNanos(), why);
        } else if (isQuiet(turn.nowNanos)) {
            transitions.becomeBackup(quietUntilNanos, why);
        } else if (turn.companions.agree()) {
            transitions.becomeMaster("it owns the addresses");
        } else {
            transitions.becomeBackup(turn.nowNanos, why);
            backup.claim();
        }
    }
}

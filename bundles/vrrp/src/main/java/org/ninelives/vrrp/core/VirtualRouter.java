package org.ninelives.vrrp.core;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.ninelives.api.net.IpAddress;

/**
 * One virtual router as RFC 9568 section 6.4 and RFC 3768 section 6.4 tell it, and as keepalived
 * users expect. Knows no clock, no socket and no thread; not thread-safe.
 *
 * <p>It notices when it stood still for so long that it has not heard what happened, whatever input
 * comes first after that. A master whose last advert is so old that another may have taken over
 * becomes backup before it says anything. A backup whose tick comes late by a whole master down
 * interval listens for one interval and the skew time more. The owner, who is always master, speaks
 * at once and announces its addresses again.
 *
 * <p>A router in a {@link SyncGroup} is handled in the same way; what the others have to do because
 * of it reaches their own takers of effects.
 */
public final class VirtualRouter {

    private final Turn turn;
    private final BackupRole backup;
    private final MasterRole master;
    private final Faults faults = new Faults();
    private final Transitions transitions;
    private final Participation participation;
    private final Membership membership;

    public VirtualRouter(RouterSettings settings) {
        turn = new Turn(Objects.requireNonNull(settings));
        backup = new BackupRole(turn);
        master = new MasterRole(turn);
        transitions = new Transitions(turn, backup, master, faults);
        participation = new Participation(turn, backup, faults, transitions);
        membership = new Membership(turn, backup, master, faults, transitions, participation);
    }

    /**
     * Lets {@code input} happen. {@link Input.Start} counts in INIT only, {@link Input.Resign} and
     * {@link Input.AddressesLost} in MASTER only. Packets that came before a tick have to be handed
     * over before it.
     *
     * @param nowNanos the time of a monotonic clock, never before that of an earlier call
     * @param effects takes what is to be done, in order; must not call back
     * @throws IllegalArgumentException if priority 255 is granted where it is not configured
     */
    public void handle(long nowNanos, Input input, Consumer<? super Effect> effects) {
        State before = state();
        transitions.beginTurn(nowNanos, effects);
        switch (input) {
            case ReceivedAdvert advert -> hear(advert);
            case Input.Tick tick -> tick();
            case Input.Start start -> participation.start();
            case Input.Stop stop -> participation.stop();
            case Input.Resign resign -> resign();
            case Input.Announce announce -> announce();
            case Input.AddressesLost lost -> loseAddresses(lost);
            case Input.WitnessAnswered answer -> hearWitness(answer);
            case Input.PriorityChanged changed ->
                    changeSettings(turn.settings, changed.effectivePriority());
            case Input.SettingsChanged changed ->
                    changeSettings(changed.settings(), changed.effectivePriority());
            case Input.StandbyChanged changed -> changeStandby(changed.standby());
            case Input.FaultsChanged changed -> participation.changeFaults(changed.faults());
            case Input.SourceAddressChanged changed -> turn.claim.sourceIs(changed.source());
        }
        if (state() != before || input instanceof Input.FaultsChanged) {
            turn.companions.changed(before);
        }
        transitions.verify();
    }

    /** When the next {@link Input.Tick} is due; {@link Timers#NEVER} if nothing is awaited. */
    public long deadlineNanos() {
        return Math.min(backup.deadlineNanos(), master.deadlineNanos());
    }

    public RouterSettings settings() {
        return turn.settings;
    }

    public State state() {
        return transitions.state();
    }

    /** Why it is in this state, a sentence. */
    public String reason() {
        return transitions.reason();
    }

    /** The priority in force, 1..255: as granted, or 254 where another owner does not yield. */
    public int effectivePriority() {
        return turn.claim.priority();
    }

    /** The address of the master last heard; empty if none was heard or this router is master. */
    public Optional<IpAddress> masterAddress() {
        return backup.master().address();
    }

    /** The priority of that master, -1 if there is none. */
    public int masterPriority() {
        return backup.master().priority();
    }

    /** Master_Adver_Interval: the interval learned from the master, or the own one. */
    public long masterAdvertIntervalNanos() {
        return backup.masterAdvertIntervalNanos();
    }

    /** In BACKUP: when it takes over if nothing else happens, a sentence. */
    String outlook(long nowNanos) {
        return backup.outlook(nowNanos);
    }

    /**
     * The faults there are now, then those of the other members of its sync group; none in BACKUP
     * and MASTER.
     */
    public List<Fault> faults() {
        return faults.all();
    }

    /** Its part in a sync group. */
    Membership membership() {
        return membership;
    }

    private void tick() {
        switch (state()) {
            case INIT, FAULT -> {}
            case BACKUP -> {
                if (turn.standby) {
                    backup.standBy();
                } else if (backup.isMasterDown()) {
                    claim();
                }
            }
            case MASTER -> master.tick();
        }
        Transitions.check(turn.nowNanos < deadlineNanos(), "after a tick nothing is due");
    }

    private void hearWitness(Input.WitnessAnswered answer) {
        if (state() == State.BACKUP && backup.isWitnessed(answer)) {
            claim();
        }
    }

    private void claim() {
        if (turn.companions.agree()) {
            transitions.becomeMaster(backup.reasonToClaim());
            return;
        }
        if (backup.mustTellItWaits()) {
            turn.emit(new Remark.CompanionsAwaited(turn.companions.group()));
        }
        backup.claim();
    }

    private void hear(ReceivedAdvert advert) {
        if (participation.isQuiet(turn.nowNanos)
                || (turn.settings.ownerIgnoresAdverts() && turn.claim.isOwner())) {
            return;
        }
        switch (state()) {
            case INIT, FAULT -> {}
            case BACKUP -> backup.hear(advert);
            case MASTER -> {
                if (master.yieldsTo(advert)) {
                    backup.learnMaster(advert);
                    transitions.retreat(
                            Retreat.YIELD,
                            advert.source() + " is master with priority " + advert.priority());
                }
            }
        }
    }

    private void resign() {
        if (state() == State.MASTER) {
            turn.emit(new Remark.Resigning());
            transitions.retreat(Retreat.RESIGN, "asked to resign");
        }
    }

    private void announce() {
        if (state() == State.MASTER) {
            turn.emit(new Effect.Announce(1));
        }
    }

    private void changeStandby(boolean standby) {
        if (standby == turn.standby) {
            return;
        }
        turn.standby = standby;
        if (state() == State.MASTER) {
            transitions.retreat(Retreat.RESIGN, "asked to stand by");
        } else if (state() == State.BACKUP) {
            backup.standbyChanged();
        }
    }

    /** keepalived: a master that lost an address resigns and tries again after the skew time. */
    private void loseAddresses(Input.AddressesLost lost) {
        if (state() == State.MASTER) {
            turn.emit(new Remark.AddressesRemoved(lost.what()));
            transitions.retreat(Retreat.LOSS, lost.what() + " was removed by somebody else");
        }
    }

    private void changeSettings(RouterSettings changed, int priority) {
        if (priority == RouterSettings.OWNER_PRIORITY && !changed.isOwner()) {
            throw new IllegalArgumentException("priority 255 belongs to the owner alone");
        }
        RouterSettings before = turn.settings;
        int priorityBefore = effectivePriority();
        long masterDownBeforeNanos = backup.masterDownNanos();

        turn.settings = changed;
        turn.claim.grant(priority);
        if (effectivePriority() != priorityBefore && transitions.runs()) {
            turn.emit(new Remark.PriorityChange(priorityBefore, effectivePriority()));
        }
        backup.settingsChanged(before, masterDownBeforeNanos);
        master.settingsChanged(state() == State.MASTER);
        if (state() == State.MASTER && !changed.equals(before)) {
            // The others hear of the new priority and interval before the old timer ends.
            master.sendAdvert();
        }
    }
}

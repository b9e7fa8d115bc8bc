package org.ninelives.vrrp.core;

import java.util.ArrayList;
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

    private List<Fault> ownFaults = List.of();
    private List<Fault> faultsOfCompanions = List.of();
    private State state = State.INIT;
    private String reason = "not started";
    private Retreat retreat = Retreat.YIELD;
    private boolean held;
    private boolean ownsAddresses;
    private long quietUntilNanos = Long.MIN_VALUE;

    public VirtualRouter(RouterSettings settings) {
        turn = new Turn(Objects.requireNonNull(settings));
        backup = new BackupRole(turn);
        master = new MasterRole(turn);
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
        State before = state;
        begin(nowNanos, effects);
        switch (input) {
            case ReceivedAdvert advert -> hear(advert);
            case Input.Tick tick -> tick();
            case Input.Start start -> start();
            case Input.Stop stop -> stop();
            case Input.Resign resign -> resign();
            case Input.AddressesLost lost -> loseAddresses(lost);
            case Input.WitnessAnswered answer -> hearWitness(answer);
            case Input.PriorityChanged changed ->
                    changeSettings(turn.settings, changed.effectivePriority());
            case Input.SettingsChanged changed ->
                    changeSettings(changed.settings(), changed.effectivePriority());
            case Input.FaultsChanged changed -> changeFaults(changed.faults());
            case Input.SourceAddressChanged changed -> turn.claim.sourceIs(changed.source());
        }
        if (state != before || input instanceof Input.FaultsChanged) {
            turn.companions.changed(before);
        }
        verify();
    }

    /** When the next {@link Input.Tick} is due; {@link Timers#NEVER} if nothing is awaited. */
    public long deadlineNanos() {
        return Math.min(backup.deadlineNanos(), master.deadlineNanos());
    }

    public RouterSettings settings() {
        return turn.settings;
    }

    public State state() {
        return state;
    }

    /** Why it is in this state, a sentence. */
    public String reason() {
        return reason;
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

    /**
     * The faults there are now, then those of the other members of its sync group; none in BACKUP
     * and MASTER.
     */
    public List<Fault> faults() {
        if (faultsOfCompanions.isEmpty()) {
            return ownFaults;
        }
        List<Fault> all = new ArrayList<>(ownFaults);
        all.addAll(faultsOfCompanions);
        return all;
    }

    private void begin(long nowNanos, Consumer<? super Effect> effects) {
        turn.nowNanos = nowNanos;
        turn.effects = effects;
        if (state == State.MASTER && hasStoodStill(nowNanos)) {
            turn.emit(new Remark.LateMaster(master.lateNanos()));
            retreat(
                    Retreat.STOOD_STILL,
                    "it stood still and sent no advert for "
                            + Words.millis(master.silenceNanos())
                            + ", so that another router may be master now");
        }
    }

    /** Whether others may have lost patience with this master; the owner is master all the same. */
    private boolean hasStoodStill(long nowNanos) {
        return !turn.claim.isOwner() && master.isTooLate(nowNanos);
    }

    // RFC 9568 6.4.1, Initialize.
    private void start() {
        if (runs()) {
            return;
        }
        turn.claim.restore();
        quietUntilNanos = turn.nowNanos + turn.settings.startDelayNanos();
        turn.companions.starting();
        faultsOfCompanions = turn.companions.faults();
        if (faults().isEmpty()) {
            enter("started");
        } else {
            ownFaults.forEach(fault -> turn.emit(new Remark.Faulted(fault)));
            becomeFault();
        }
    }

    /** From INIT or FAULT into the protocol; the owner need not listen first. */
    private void enter(String why) {
        backup.forgetMaster();
        if (turn.companions.areMaster()) {
            becomeMaster("sync group " + turn.companions.group() + " is master");
        } else if (!turn.claim.isOwner()) {
            long fromNanos = Math.max(turn.nowNanos, quietUntilNanos);
            becomeBackup(fromNanos + backup.masterDownNanos(), why);
        } else if (turn.nowNanos < quietUntilNanos) {
            becomeBackup(quietUntilNanos, why);
        } else if (turn.companions.agree()) {
            becomeMaster("it owns the addresses");
        } else {
            becomeBackup(turn.nowNanos, why);
            backup.claim();
        }
    }

    // RFC 9568 6.4.2 and 6.4.3, Shutdown.
    private void stop() {
        if (state == State.MASTER) {
            sendResignation();
            disown();
        }
        if (runs()) {
            become(State.INIT, "stopped");
        }
    }

    private void tick() {
        switch (state) {
            case INIT, FAULT -> {}
            case BACKUP -> {
                if (backup.isMasterDown()) {
                    claim();
                }
            }
            case MASTER -> master.tick();
        }
        check(turn.nowNanos < deadlineNanos(), "after a tick nothing is due");
    }

    private void hearWitness(Input.WitnessAnswered answer) {
        if (state == State.BACKUP && backup.isWitnessed(answer)) {
            claim();
        }
    }

    private void claim() {
        boolean claimedBefore = backup.claims();
        if (turn.companions.agree()) {
            becomeMaster(backup.reasonToClaim());
            return;
        }
        backup.claim();
        if (!claimedBefore) {
            turn.emit(new Remark.CompanionsAwaited(turn.companions.group()));
        }
    }

    private void hear(ReceivedAdvert advert) {
        if (turn.nowNanos < quietUntilNanos
                || (turn.settings.ownerIgnoresAdverts() && turn.claim.isOwner())) {
            return;
        }
        switch (state) {
            case INIT, FAULT -> {}
            case BACKUP -> backup.hear(advert);
            case MASTER -> {
                if (master.yieldsTo(advert)) {
                    backup.learnMaster(advert);
                    retreat(
                            Retreat.YIELD,
                            advert.source() + " is master with priority " + advert.priority());
                }
            }
        }
    }

    private void resign() {
        if (state == State.MASTER) {
            turn.emit(new Remark.Resigning());
            retreat(Retreat.RESIGN, "asked to resign");
        }
    }

    /** keepalived: a master that lost an address resigns and tries again after the skew time. */
    private void loseAddresses(Input.AddressesLost lost) {
        if (state == State.MASTER) {
            turn.emit(new Remark.AddressesRemoved(lost.what()));
            retreat(Retreat.LOSS, lost.what() + " was removed by somebody else");
        }
    }

    private void changeFaults(List<Fault> now) {
        List<Fault> before = ownFaults;
        ownFaults = now;
        if (!runs() || now.equals(before)) {
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

    private void faultsChanged() {
        if (faults().isEmpty()) {
            enter("all faults are gone");
        } else if (state != State.FAULT) {
            if (state == State.MASTER) {
                sendResignation();
            }
            becomeFault();
        } else {
            reason = wordsOf(faults());
            if (held && !isHeld()) {
                become(State.FAULT, reason);
            }
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
        if (effectivePriority() != priorityBefore && runs()) {
            turn.emit(new Remark.PriorityChange(priorityBefore, effectivePriority()));
        }
        backup.settingsChanged(before, masterDownBeforeNanos);
        master.settingsChanged(state == State.MASTER);
        if (state == State.MASTER && !changed.equals(before)) {
            // The others hear of the new priority and interval before the old timer ends.
            master.sendAdvert();
        }
    }

    // What the sync group asks of a member.

    boolean isInGroup() {
        return !(turn.companions instanceof Companions.Nobody);
    }

    void joinGroup(Companions companions) {
        turn.companions = companions;
    }

    void leaveGroup(long nowNanos, Consumer<? super Effect> effects) {
        turn.companions = Companions.NONE;
        companionsHave(nowNanos, List.of(), effects);
    }

    /** The other members have these faults now. */
    void companionsHave(long nowNanos, List<Fault> faults, Consumer<? super Effect> effects) {
        if (runs() && !faults.equals(faultsOfCompanions)) {
            begin(nowNanos, effects);
            faultsOfCompanions = faults;
            faultsChanged();
            verify();
        }
    }

    /** The others are master. */
    void follow(long nowNanos, String why, Consumer<? super Effect> effects) {
        begin(nowNanos, effects);
        becomeMaster(why);
        verify();
    }

    /** The others have given up mastership in this way. */
    void follow(long nowNanos, Retreat how, String why, Consumer<? super Effect> effects) {
        begin(nowNanos, effects);
        if (state == State.MASTER) {
            retreat(how, why);
        }
        verify();
    }

    /** Another member has found another master. */
    void announceToo(long nowNanos, Consumer<? super Effect> effects) {
        if (isTrueMaster(nowNanos)) {
            begin(nowNanos, effects);
            master.announceAgainstOther();
        }
    }

    boolean isTrueMaster(long nowNanos) {
        return state == State.MASTER && !hasStoodStill(nowNanos);
    }

    boolean wantsMaster(long nowNanos) {
        return isTrueMaster(nowNanos) || (state == State.BACKUP && backup.claims());
    }

    List<Fault> ownFaults() {
        return ownFaults;
    }

    /** How it left MASTER last. */
    Retreat retreat() {
        return retreat;
    }

    /** The time of the last input. */
    long nowNanos() {
        return turn.nowNanos;
    }

    // The changes of state.

    // RFC 9568 6.4.1 and 6.4.2: advertise, then announce.
    private void becomeMaster(String why) {
        backup.forgetMaster();
        master.sendAdvert();
        turn.emit(new Remark.Entering(State.MASTER, false));
        turn.emit(Effect.OWN_ADDRESSES);
        ownsAddresses = true;
        master.beginAnnouncing();
        become(State.MASTER, why);
    }

    private void retreat(Retreat how, String why) {
        retreat = how;
        if (how.isToldByPriorityZero()) {
            sendResignation();
        }
        long waitNanos = how == Retreat.LOSS ? backup.skewNanos() : backup.masterDownNanos();
        becomeBackup(turn.nowNanos + waitNanos, why);
        if (how == Retreat.RESIGN) {
            backup.hold();
        }
    }

    private void becomeBackup(long claimAtNanos, String why) {
        turn.emit(new Remark.Entering(State.BACKUP, state == State.INIT));
        disown();
        become(State.BACKUP, why);
        backup.begin(claimAtNanos);
    }

    private void becomeFault() {
        turn.emit(new Remark.Entering(State.FAULT, false));
        disown();
        become(State.FAULT, wordsOf(faults()));
    }

    /** The only writer of the state: what belonged to the old one ends here. */
    private void become(State to, String why) {
        State from = state;
        state = to;
        reason = why;
        held = to == State.FAULT && isHeld();
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

    private boolean runs() {
        return state != State.INIT;
    }

    /** Whether nothing is known to be bad, and only results are awaited. */
    private boolean isHeld() {
        return faults().stream().noneMatch(Fault::isReal);
    }

    private void verify() {
        boolean faulty = !ownFaults.isEmpty() || !faultsOfCompanions.isEmpty();
        check(ownsAddresses == (state == State.MASTER), "the addresses follow the state");
        check((state == State.FAULT) == (runs() && faulty), "faults mean FAULT");
        check(master.advertises() == (state == State.MASTER), "only a master advertises");
        check(backup.waits() == (state == State.BACKUP), "only a backup waits");
    }

    private static String wordsOf(List<Fault> faults) {
        return String.join(", ", faults.stream().map(Fault::words).toList());
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("broken invariant: " + what);
        }
    }
}

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
 * <p>A tick that comes late by a whole master down interval means that this machine stood still and
 * has not heard what happened. A backup then listens for one interval and the skew time more before
 * it claims anything. A master speaks at once, so that the better claim decides, and announces its
 * addresses again, because another router may have announced them meanwhile.
 */
public final class VirtualRouter {

    private final Turn turn;
    private final BackupRole backup;
    private final MasterRole master;

    private List<Fault> faults = List.of();
    private State state = State.INIT;
    private String reason = "not started";
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
        turn.nowNanos = nowNanos;
        turn.effects = effects;
        switch (input) {
            case ReceivedAdvert advert -> hear(advert);
            case Input.Tick tick -> tick();
            case Input.Start start -> start();
            case Input.Stop stop -> stop();
            case Input.Resign resign -> resign();
            case Input.AddressesLost lost -> loseAddresses(lost);
            case Input.PriorityChanged changed ->
                    changeSettings(turn.settings, changed.effectivePriority());
            case Input.SettingsChanged changed ->
                    changeSettings(changed.settings(), changed.effectivePriority());
            case Input.FaultsChanged changed -> changeFaults(changed.faults());
            case Input.SourceAddressChanged changed -> turn.claim.sourceIs(changed.source());
        }
        check(ownsAddresses == (state == State.MASTER), "the addresses follow the state");
        check((state == State.FAULT) == (runs() && !faults.isEmpty()), "faults mean FAULT");
        check(master.advertises() == (state == State.MASTER), "only a master advertises");
        check(backup.waits() == (state == State.BACKUP), "only a backup waits");
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

    /** The faults there are now; none in BACKUP and MASTER. */
    public List<Fault> faults() {
        return faults;
    }

    // RFC 9568 6.4.1, Initialize.
    private void start() {
        if (runs()) {
            return;
        }
        turn.claim.restore();
        quietUntilNanos = turn.nowNanos + turn.settings.startDelayNanos();
        if (faults.isEmpty()) {
            enter("started");
        } else {
            faults.forEach(fault -> turn.emit(new Remark.Faulted(fault)));
            becomeFault();
        }
    }

    /** From INIT or FAULT into the protocol; the owner need not listen first. */
    private void enter(String why) {
        backup.forgetMaster();
        if (!turn.claim.isOwner()) {
            long fromNanos = Math.max(turn.nowNanos, quietUntilNanos);
            becomeBackup(fromNanos + backup.masterDownNanos(), why);
        } else if (turn.nowNanos < quietUntilNanos) {
            becomeBackup(quietUntilNanos, why);
        } else {
            becomeMaster("it owns the addresses");
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
                    becomeMaster(
                            backup.hasMasterResigned()
                                    ? "the master resigned"
                                    : "no master was heard in time");
                }
            }
            case MASTER -> master.tick(backup.masterDownNanos());
        }
        check(turn.nowNanos < deadlineNanos(), "after a tick nothing is due");
    }

    private void hear(ReceivedAdvert advert) {
        if (turn.nowNanos < quietUntilNanos) {
            return;
        }
        switch (state) {
            case INIT, FAULT -> {}
            case BACKUP -> backup.hear(advert);
            case MASTER -> {
                if (master.yieldsTo(advert)) {
                    backup.learnMaster(advert);
                    becomeBackup(
                            turn.nowNanos + backup.masterDownNanos(),
                            advert.source() + " is master with priority " + advert.priority());
                }
            }
        }
    }

    private void resign() {
        if (state == State.MASTER) {
            turn.emit(new Remark.Resigning());
            sendResignation();
            becomeBackup(turn.nowNanos + backup.masterDownNanos(), "asked to resign");
            backup.hold();
        }
    }

    /** keepalived: a master that lost an address resigns and tries again after the skew time. */
    private void loseAddresses(Input.AddressesLost lost) {
        if (state == State.MASTER) {
            turn.emit(new Remark.AddressesRemoved(lost.what()));
            sendResignation();
            becomeBackup(
                    turn.nowNanos + backup.skewNanos(),
                    lost.what() + " was removed by somebody else");
        }
    }

    private void changeFaults(List<Fault> now) {
        List<Fault> before = faults;
        faults = now;
        if (!runs() || now.equals(before)) {
            return;
        }
        before.stream()
                .filter(fault -> !now.contains(fault))
                .forEach(fault -> turn.emit(new Remark.Recovered(fault)));
        now.stream()
                .filter(fault -> !before.contains(fault))
                .forEach(fault -> turn.emit(new Remark.Faulted(fault)));
        if (now.isEmpty()) {
            enter("all faults are gone");
        } else if (state == State.FAULT) {
            reason = wordsOf(now);
        } else {
            if (state == State.MASTER) {
                sendResignation();
            }
            becomeFault();
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

    private void becomeBackup(long claimAtNanos, String why) {
        turn.emit(new Remark.Entering(State.BACKUP, state == State.INIT));
        disown();
        become(State.BACKUP, why);
        backup.begin(claimAtNanos);
    }

    private void becomeFault() {
        turn.emit(new Remark.Entering(State.FAULT, false));
        disown();
        become(State.FAULT, wordsOf(faults));
    }

    /** The only writer of the state: what belonged to the old one ends here. */
    private void become(State to, String why) {
        State from = state;
        state = to;
        reason = why;
        backup.end();
        if (to != State.MASTER) {
            master.end();
        }
        turn.emit(new Effect.StateChanged(from, to, why));
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

    private static String wordsOf(List<Fault> faults) {
        return String.join(", ", faults.stream().map(Fault::words).toList());
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("broken invariant: " + what);
        }
    }
}

package org.ninelives.vrrp.core;

import static org.ninelives.vrrp.core.Timers.NEVER;

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

    private final MasterRecord master = new MasterRecord();
    private final ElectionWatch elections = new ElectionWatch();
    private final OwnerDispute dispute = new OwnerDispute();
    private final DownTimer downTimer = new DownTimer();
    private final PreemptDelay preemptDelay = new PreemptDelay();
    private final Claim claim;
    private final GarpSchedule garp;

    private RouterSettings settings;
    private List<Fault> faults = List.of();

    private State state = State.INIT;
    private String reason = "not started";
    private boolean ownsAddresses;
    private long masterAdvertIntervalNanos;
    private boolean masterResigned;
    private boolean discardTold;
    private boolean ownAddressTold;

    /** The time of the input that is handled now, and who takes its effects. */
    private long nowNanos;

    private Consumer<? super Effect> effects = effect -> {};

    private long quietUntilNanos = Long.MIN_VALUE;
    private long advertAtNanos = NEVER;
    private long advertSentNanos;

    public VirtualRouter(RouterSettings settings) {
        this.settings = Objects.requireNonNull(settings);
        claim = new Claim(settings.priority());
        masterAdvertIntervalNanos = settings.advertIntervalNanos();
        garp = new GarpSchedule(settings.garp());
    }

    /**
     * Lets {@code input} happen. {@link Input.Start} counts in INIT only, {@link Input.Resign} and
     * {@link Input.AddressesLost} in MASTER only. Packets that came before a tick have to be handed
     * over before it.
     *
     * @param nowNanos the time of a monotonic clock, never before that of an earlier call
     * @param effects takes what is to be done, in order
     * @throws IllegalArgumentException if priority 255 is granted where it is not configured
     */
    public void handle(long nowNanos, Input input, Consumer<? super Effect> effects) {
        this.nowNanos = nowNanos;
        this.effects = effects;
        switch (input) {
            case ReceivedAdvert advert -> hear(advert);
            case Input.Tick tick -> tick();
            case Input.Start start -> start();
            case Input.Stop stop -> stop();
            case Input.Resign resign -> resign();
            case Input.AddressesLost lost -> loseAddresses(lost);
            case Input.PriorityChanged changed ->
                    changeSettings(settings, changed.effectivePriority());
            case Input.SettingsChanged changed ->
                    changeSettings(changed.settings(), changed.effectivePriority());
            case Input.FaultsChanged changed -> changeFaults(changed.faults());
            case Input.SourceAddressChanged changed -> claim.sourceIs(changed.source());
        }
        check(ownsAddresses == (state == State.MASTER), "the addresses follow the state");
        check((state == State.FAULT) == (runs() && !faults.isEmpty()), "faults mean FAULT");
        check((advertAtNanos != NEVER) == (state == State.MASTER), "only a master advertises");
        check(downTimer.runs() == (state == State.BACKUP), "only a backup waits");
    }

    /** When the next {@link Input.Tick} is due; {@link Timers#NEVER} if nothing is awaited. */
    public long deadlineNanos() {
        return Math.min(downTimer.dueNanos(), Math.min(advertAtNanos, garp.deadlineNanos()));
    }

    public RouterSettings settings() {
        return settings;
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
        return claim.priority();
    }

    /** The address of the master last heard; empty if none was heard or this router is master. */
    public Optional<IpAddress> masterAddress() {
        return master.address();
    }

    /** The priority of that master, -1 if there is none. */
    public int masterPriority() {
        return master.priority();
    }

    /** Master_Adver_Interval: the interval learned from the master, or the own one. */
    public long masterAdvertIntervalNanos() {
        return masterAdvertIntervalNanos;
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
        claim.restore();
        quietUntilNanos = nowNanos + settings.startDelayNanos();
        if (faults.isEmpty()) {
            enter("started");
        } else {
            faults.forEach(fault -> effects.accept(new Remark.Faulted(fault)));
            becomeFault();
        }
    }

    /** From INIT or FAULT into the protocol; the owner need not listen first. */
    private void enter(String why) {
        master.forget();
        masterAdvertIntervalNanos = settings.advertIntervalNanos();
        if (!claim.isOwner()) {
            long fromNanos = Math.max(nowNanos, quietUntilNanos);
            becomeBackup(fromNanos + masterDownNanos(), why);
        } else if (nowNanos < quietUntilNanos) {
            becomeBackup(quietUntilNanos, why);
        } else {
            becomeMaster("it owns the addresses");
        }
    }

    // RFC 9568 6.4.2 and 6.4.3, Shutdown.
    private void stop() {
        if (state == State.MASTER) {
            leave();
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
                if (nowNanos >= downTimer.dueNanos()) {
                    masterDown();
                }
            }
            case MASTER -> {
                if (nowNanos >= advertAtNanos) {
                    advertDue();
                }
                announce(garp.due(nowNanos));
            }
        }
        check(nowNanos < deadlineNanos(), "after a tick nothing is due");
    }

    // RFC 9568 6.4.2: the Active_Down_Timer fires.
    private void masterDown() {
        long lateNanos = nowNanos - downTimer.dueNanos();
        if (lateNanos >= masterDownNanos() && !claim.isOwner()) {
            effects.accept(new Remark.LateTick(lateNanos));
            downTimer.start(nowNanos + masterAdvertIntervalNanos + skewNanos());
            return;
        }
        effects.accept(new Remark.AdvertTimeout());
        if (claim.isSteppedBack()) {
            restoreOwnership();
        }
        becomeMaster(masterResigned ? "the master resigned" : "no master was heard in time");
    }

    // RFC 9568 6.4.3: the Adver_Timer fires.
    private void advertDue() {
        long dueNanos = advertAtNanos;
        long lateNanos = nowNanos - dueNanos;
        sendAdvert();
        advertAtNanos = Timers.next(dueNanos, settings.advertIntervalNanos(), nowNanos);
        if (lateNanos >= masterDownNanos()) {
            effects.accept(new Remark.LateTick(lateNanos));
            announce(garp.begin(nowNanos));
        }
    }

    private void hear(ReceivedAdvert advert) {
        if (nowNanos < quietUntilNanos) {
            return;
        }
        switch (state) {
            case INIT, FAULT -> {}
            case BACKUP -> hearAsBackup(advert);
            case MASTER -> hearAsMaster(advert);
        }
    }

    // RFC 9568 6.4.2: an advertisement is received.
    private void hearAsBackup(ReceivedAdvert advert) {
        if (claim.isSteppedBack()
                && (advert.priority() < RouterSettings.OWNER_PRIORITY || !master.sent(advert))) {
            restoreOwnership();
        }
        if (advert.priority() == 0) {
            effects.accept(new Remark.MasterResigned(advert.source()));
            masterResigned = true;
            downTimer.start(nowNanos + skewNanos());
        } else if (advert.priority() >= effectivePriority()) {
            preemptDelay.end();
            follow(advert);
        } else if (!settings.preempt() || preemptionWaits()) {
            follow(advert);
        } else if (!discardTold) {
            // The running timer goes on: when it ends this router takes over.
            discardTold = true;
            effects.accept(new Remark.LowerPriorityDiscarded(advert.source(), advert.priority()));
        }
    }

    private boolean preemptionWaits() {
        if (settings.preemptDelayNanos() == 0) {
            return false;
        }
        if (!preemptDelay.isStarted()) {
            preemptDelay.start(nowNanos, settings.preemptDelayNanos());
            effects.accept(new Remark.PreemptDelayStarted(settings.preemptDelayNanos()));
        }
        return preemptDelay.waits(nowNanos);
    }

    private void follow(ReceivedAdvert advert) {
        master.remember(advert);
        masterResigned = false;
        discardTold = false;
        masterAdvertIntervalNanos = learnedIntervalNanos(advert);
        downTimer.start(nowNanos + masterDownNanos());
    }

    /**
     * Version 3 adopts the master's interval, RFC 9568 6.4.2; an interval of 0 would be no time.
     */
    private long learnedIntervalNanos(ReceivedAdvert advert) {
        return settings.version() == 3 && advert.intervalNanos() > 0
                ? advert.intervalNanos()
                : settings.advertIntervalNanos();
    }

    // RFC 9568 6.4.3: an advertisement is received. The Adver_Timer is touched by own sends only.
    private void hearAsMaster(ReceivedAdvert advert) {
        if (advert.priority() == 0) {
            sendAdvert();
            return;
        }
        int comparison = claim.compareTo(advert);
        if (comparison < 0) {
            yieldTo(advert);
        } else if (comparison > 0) {
            defend(advert);
        } else if (!ownAddressTold) {
            ownAddressTold = true;
            effects.accept(new Remark.OwnAddressHeard(advert.source(), advert.priority()));
        }
    }

    private void yieldTo(ReceivedAdvert advert) {
        effects.accept(
                new Remark.HigherPriorityHeard(
                        advert.source(), advert.priority(), effectivePriority()));
        if (settings.higherPrioritySendAdvert()) {
            sendAdvert();
        }
        stepDownTo(advert);
    }

    private void stepDownTo(ReceivedAdvert advert) {
        master.remember(advert);
        masterAdvertIntervalNanos = learnedIntervalNanos(advert);
        becomeBackup(
                nowNanos + masterDownNanos(),
                advert.source() + " is master with priority " + advert.priority());
    }

    private void defend(ReceivedAdvert advert) {
        if (advert.priority() == RouterSettings.OWNER_PRIORITY
                && dispute.heard(
                        nowNanos,
                        Math.max(settings.advertIntervalNanos(), advert.intervalNanos()))) {
            effects.accept(new Remark.OwnershipDisputed(advert.source()));
            claim.stepBack();
            stepDownTo(advert);
            return;
        }
        elections.heard(nowNanos, advert, effectivePriority()).ifPresent(effects);
        // Two routers that disagree about the better claim must not answer each other without end.
        boolean justSpoken = nowNanos - advertSentNanos < settings.advertIntervalNanos() / 4;
        if (!settings.lowerPriorityNoAdvert() && !justSpoken) {
            sendAdvert();
        }
        announce(garp.lowerPriorityHeard(nowNanos));
    }

    private void restoreOwnership() {
        long oldNanos = masterDownNanos();
        claim.restore();
        downTimer.lengthen(masterDownNanos() - oldNanos);
        effects.accept(new Remark.OwnershipRestored());
    }

    private void resign() {
        if (state != State.MASTER) {
            return;
        }
        effects.accept(new Remark.Resigning());
        leave();
        becomeBackup(nowNanos + masterDownNanos(), "asked to resign");
        downTimer.startAndHold(nowNanos + masterDownNanos());
    }

    /** keepalived: a master that lost an address resigns and tries again after the skew time. */
    private void loseAddresses(Input.AddressesLost lost) {
        if (state != State.MASTER) {
            return;
        }
        effects.accept(new Remark.AddressesRemoved(lost.what()));
        leave();
        becomeBackup(nowNanos + skewNanos(), lost.what() + " was removed by somebody else");
    }

    private void changeFaults(List<Fault> now) {
        List<Fault> before = faults;
        faults = now;
        if (!runs() || now.equals(before)) {
            return;
        }
        for (Fault fault : before) {
            if (!now.contains(fault)) {
                effects.accept(new Remark.Recovered(fault));
            }
        }
        for (Fault fault : now) {
            if (!before.contains(fault)) {
                effects.accept(new Remark.Faulted(fault));
            }
        }
        if (now.isEmpty()) {
            enter("all faults are gone");
        } else if (state == State.FAULT) {
            reason = wordsOf(now);
        } else {
            if (state == State.MASTER) {
                leave();
            }
            becomeFault();
        }
    }

    private void changeSettings(RouterSettings changed, int priority) {
        if (priority == RouterSettings.OWNER_PRIORITY && !changed.isOwner()) {
            throw new IllegalArgumentException("priority 255 belongs to the owner alone");
        }
        RouterSettings before = settings;
        int priorityBefore = effectivePriority();
        long downBeforeNanos = masterDownNanos();

        settings = changed;
        claim.grant(priority);
        if (effectivePriority() != priorityBefore && runs()) {
            effects.accept(new Remark.PriorityChange(priorityBefore, effectivePriority()));
        }
        boolean learned = master.isKnown() && changed.version() == 3 && before.version() == 3;
        if (!learned) {
            masterAdvertIntervalNanos = changed.advertIntervalNanos();
        }
        preemptDelay.lengthen(changed.preemptDelayNanos() - before.preemptDelayNanos());
        downTimer.lengthen(masterDownNanos() - downBeforeNanos);
        garp.change(changed.garp(), state == State.MASTER, nowNanos);
        if (state == State.MASTER && !changed.equals(before)) {
            // The others hear of the new priority and interval before the old timer ends.
            sendAdvert();
        }
    }

    private void becomeMaster(String why) {
        // RFC 9568 6.4.1 and 6.4.2: advertise, then announce. The own interval is in force again.
        master.forget();
        masterAdvertIntervalNanos = settings.advertIntervalNanos();
        sendAdvert();
        effects.accept(new Remark.Entering(State.MASTER, false));
        effects.accept(Effect.OWN_ADDRESSES);
        ownsAddresses = true;
        announce(garp.begin(nowNanos));
        become(State.MASTER, why);
    }

    private void becomeBackup(long claimAtNanos, String why) {
        effects.accept(new Remark.Entering(State.BACKUP, state == State.INIT));
        disown();
        become(State.BACKUP, why);
        downTimer.start(claimAtNanos);
    }

    private void becomeFault() {
        effects.accept(new Remark.Entering(State.FAULT, false));
        disown();
        become(State.FAULT, wordsOf(faults));
    }

    /** The only writer of the state: what belonged to the old one ends here. */
    private void become(State to, String why) {
        State from = state;
        state = to;
        reason = why;
        downTimer.end();
        preemptDelay.end();
        masterResigned = false;
        discardTold = false;
        ownAddressTold = false;
        elections.reset();
        dispute.end();
        if (to != State.MASTER) {
            advertAtNanos = NEVER;
            garp.end();
        }
        effects.accept(new Effect.StateChanged(from, to, why));
    }

    /** Tells the others that this master goes, so that they need not wait for its silence. */
    private void leave() {
        effects.accept(Effect.SEND_RESIGNATION);
        effects.accept(new Remark.PriorityZeroSent());
    }

    private void disown() {
        if (ownsAddresses) {
            ownsAddresses = false;
            effects.accept(Effect.DISOWN_ADDRESSES);
        }
    }

    private void sendAdvert() {
        effects.accept(Effect.SendAdvert.of(effectivePriority()));
        advertSentNanos = nowNanos;
        advertAtNanos = nowNanos + settings.advertIntervalNanos();
        dispute.advertSent();
    }

    private void announce(int count) {
        if (count > 0) {
            effects.accept(new Effect.Announce(count));
        }
    }

    private boolean runs() {
        return state != State.INIT;
    }

    private long skewNanos() {
        return Timers.skewNanos(settings.version(), effectivePriority(), masterAdvertIntervalNanos);
    }

    private long masterDownNanos() {
        return Timers.masterDownNanos(
                settings.version(),
                effectivePriority(),
                masterAdvertIntervalNanos,
                settings.downTimerAdverts());
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

package org.ninelives.vrrp.core;

import static org.ninelives.vrrp.core.Timers.NEVER;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.ninelives.api.net.IpAddress;

/** One router of the simulated LAN: its interface, its inbox, and what must always hold. */
final class SimulatedRouter {

    private static final Fault LINK_DOWN = new Fault(Fault.Kind.INTERFACE_DOWN, "eth0 is down");

    private final SimulatedNode node;
    private final SimulatedLan lan;
    private final int segment;
    private final int id;
    private final IpAddress address;
    private final ReceivedAdvert advert = new ReceivedAdvert();
    private final Deque<SimulatedLan.Packet> inbox = new ArrayDeque<>();

    private RouterSettings settings;
    private int priority;
    private VirtualRouter router;
    private boolean linkUp = true;
    private boolean frozen;
    private boolean deaf;

    private boolean ownsAddresses;
    private long nowNanos;
    private long lastAdvertNanos = NEVER;
    private long lastWordNanos;
    private long masterHeardNanos = Long.MIN_VALUE / 2;
    private boolean mayClaim = true;

    private State before = State.INIT;
    private long patienceNanos;
    private long patienceOfPeersNanos;
    private int advertsOfInput;
    private int resignationsOfInput;
    private Effect.StateChanged changeOfInput;

    SimulatedRouter(SimulatedNode node, SimulatedLan lan, int segment) {
        this.node = node;
        this.lan = lan;
        this.segment = segment;
        id = lan.routers().size();
        address = IpAddress.ofIpv4(0xc000_0201 + id);
    }

    void create(long nowNanos, RouterSettings configured) {
        settings = configured;
        router = new VirtualRouter(settings);
        priority = settings.priority();
        mayClaim = true;
        lastAdvertNanos = NEVER;
        handle(nowNanos, new Input.SourceAddressChanged(address));
        handle(nowNanos, faults());
    }

    void begin(long nowNanos) {
        handle(nowNanos, Input.START);
    }

    void crash() {
        router = null;
        ownsAddresses = false;
        frozen = false;
        inbox.clear();
    }

    void stop(long nowNanos) {
        boolean master = isMaster();
        handle(nowNanos, Input.STOP);
        lan.check(resignationsOfInput == (master ? 1 : 0), this, "priority 0 once on stop");
    }

    void freeze(boolean withoutInbox) {
        frozen = true;
        deaf = withoutInbox;
    }

    void thaw(long nowNanos) {
        frozen = false;
        lastAdvertNanos = NEVER;
        while (!inbox.isEmpty() && runs()) {
            deliver(nowNanos, inbox.poll());
        }
    }

    void setLink(long nowNanos, boolean up) {
        linkUp = up;
        handle(nowNanos, faults());
    }

    void grant(long nowNanos, int newPriority) {
        priority = newPriority;
        handle(nowNanos, new Input.PriorityChanged(priority));
    }

    void reload(long nowNanos, RouterSettings changed) {
        settings = changed;
        priority = changed.priority();
        mayClaim = true;
        lastAdvertNanos = NEVER;
        handle(nowNanos, new Input.SettingsChanged(changed, priority));
    }

    void resign(long nowNanos) {
        handle(nowNanos, Input.RESIGN);
    }

    void loseAddresses(long nowNanos) {
        node.routers().forEach(SimulatedRouter::mayFollow);
        handle(nowNanos, new Input.AddressesLost("address 198.51.100.1/24"));
    }

    /** It may become master with its sync group although a master was heard. */
    void mayFollow() {
        mayClaim = true;
    }

    void receive(long nowNanos, SimulatedLan.Packet packet) {
        if (!frozen) {
            deliver(nowNanos, packet);
        } else if (!deaf) {
            inbox.add(packet);
        }
    }

    void tick(long nowNanos) {
        handle(nowNanos, Input.TICK);
        lan.check(deadlineNanos() > nowNanos, this, "the deadline lies in the future");
    }

    /** Whether a packet from here can arrive there at all. */
    boolean isBeside(SimulatedRouter other) {
        return other != this && other.segment == segment;
    }

    int id() {
        return id;
    }

    int segment() {
        return segment;
    }

    boolean runs() {
        return router != null;
    }

    boolean hears() {
        return runs() && linkUp;
    }

    boolean isMaster() {
        return state() == State.MASTER;
    }

    boolean linkUp() {
        return linkUp;
    }

    RouterSettings settings() {
        return settings;
    }

    State state() {
        return runs() ? router.state() : State.INIT;
    }

    int priority() {
        return router.effectivePriority();
    }

    long deadlineNanos() {
        return runs() && !frozen ? router.deadlineNanos() : NEVER;
    }

    SyncGroup.Member asMember() {
        return new SyncGroup.Member(toString(), router, this::perform);
    }

    /** Something is about to happen to this router, or to one that takes it along. */
    void expect(long atNanos) {
        if (!runs()) {
            return;
        }
        nowNanos = atNanos;
        before = router.state();
        RouterSettings inForce = router.settings();
        patienceNanos = settings.downTimerAdverts() * router.masterAdvertIntervalNanos();
        patienceOfPeersNanos =
                Timers.masterDownNanos(
                        inForce.version(),
                        inForce.timerExpiredPriority() > 0
                                ? inForce.timerExpiredPriority()
                                : router.effectivePriority(),
                        inForce.advertIntervalNanos(),
                        inForce.downTimerAdverts());
        advertsOfInput = 0;
        resignationsOfInput = 0;
        changeOfInput = null;
    }

    /** It has happened. */
    void verify() {
        if (!runs()) {
            return;
        }
        State after = router.state();
        lan.check(ownsAddresses == (after == State.MASTER), this, "addresses are owned iff MASTER");
        lan.check(
                advertsOfInput == 0 || before == State.MASTER || after == State.MASTER,
                this,
                "only a master advertises");
        lan.check(
                resignationsOfInput == 0
                        || (resignationsOfInput == 1
                                && before == State.MASTER
                                && after != State.MASTER),
                this,
                "priority 0 once, on leaving MASTER");
        lan.check(
                before == after
                        ? changeOfInput == null
                        : changeOfInput != null
                                && changeOfInput.from() == before
                                && changeOfInput.to() == after,
                this,
                "each change of state is told");
        boolean waits = after == State.BACKUP || after == State.MASTER;
        lan.check(waits == (router.deadlineNanos() != NEVER), this, "who runs has a deadline");
        int inForce = router.effectivePriority();
        lan.check(
                inForce == priority || (settings.isOwner() && inForce == 254),
                this,
                "the priority is the granted one");
        if (before == State.BACKUP && after == State.MASTER && !settings.preempt()) {
            boolean silent = nowNanos - masterHeardNanos >= patienceNanos;
            lan.check(mayClaim || silent, this, "nopreempt takes over from silence only");
        }
        if (after != State.MASTER) {
            lastAdvertNanos = NEVER;
        }
    }

    private Input faults() {
        return new Input.FaultsChanged(linkUp ? List.of() : List.of(LINK_DOWN));
    }

    private void deliver(long nowNanos, SimulatedLan.Packet packet) {
        advert.set(
                packet.priority(),
                packet.intervalNanos(),
                IpAddress.Family.IPV4,
                0,
                packet.source().low());
        handle(nowNanos, advert);
        if (packet.priority() > 0) {
            masterHeardNanos = nowNanos;
            mayClaim = false;
        } else {
            mayClaim = true;
        }
    }

    private void handle(long atNanos, Input input) {
        node.expect(atNanos);
        router.handle(atNanos, input, this::perform);
        lan.inputHandled(this);
        node.verify();
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.SendAdvert send -> advertise(send.priority());
            case Effect.SendResignation resignation -> {
                resignationsOfInput++;
                speak();
                lan.send(nowNanos, this, address, 0, settings.advertIntervalNanos());
            }
            case Effect.OwnAddresses own -> {
                lan.check(!ownsAddresses, this, "addresses are taken once");
                ownsAddresses = true;
            }
            case Effect.DisownAddresses disown -> {
                lan.check(ownsAddresses, this, "only what is owned is given up");
                ownsAddresses = false;
            }
            case Effect.Announce announce ->
                    lan.check(ownsAddresses, this, "only what is owned is announced");
            case Effect.AskWitness ask -> lan.askWitness(nowNanos, this, ask.id());
            case Effect.Reclaimed reclaimed ->
                    lan.check(ownsAddresses, this, "only what is owned is reclaimed");
            case Effect.StateChanged change -> stateChanged(change);
            case Remark remark -> {}
        }
    }

    void witnessAnswers(long atNanos, long question, boolean reachable) {
        if (runs() && !frozen) {
            handle(atNanos, new Input.WitnessAnswered(question, reachable && linkUp));
        }
    }

    /** A master that stood still becomes backup before anything else happens to it. */
    private void stateChanged(Effect.StateChanged change) {
        boolean first = changeOfInput == null;
        lan.check(
                first || (before == State.MASTER && change.from() == State.BACKUP),
                this,
                "one input changes the state once");
        changeOfInput =
                new Effect.StateChanged(
                        first ? change.from() : changeOfInput.from(), change.to(), change.reason());
    }

    /** Whatever is received meanwhile, the next advert is never later than one interval. */
    private void advertise(int told) {
        advertsOfInput++;
        lan.check(told == router.effectivePriority(), this, "adverts tell the priority in force");
        lan.check(
                lastAdvertNanos == NEVER
                        || nowNanos - lastAdvertNanos <= settings.advertIntervalNanos(),
                this,
                "a master advertises once an interval");
        lastAdvertNanos = nowNanos;
        speak();
        lan.send(nowNanos, this, address, told, settings.advertIntervalNanos());
    }

    private void speak() {
        lan.check(
                before != State.MASTER
                        || settings.isOwner()
                        || nowNanos - lastWordNanos < patienceOfPeersNanos,
                this,
                "a master that stood still listens before it says a word");
        lastWordNanos = nowNanos;
    }

    @Override
    public String toString() {
        return "r%d.%d %s"
                .formatted(
                        id,
                        segment,
                        runs() ? router.state() + " " + router.effectivePriority() : "off");
    }
}

package org.ninelives.vrrp.core;

import static org.ninelives.vrrp.core.Timers.NEVER;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;

/**
 * One router of the simulated LAN: its interface, its inbox, what it watches and who watches it.
 */
final class SimulatedRouter {

    private static final ByteBuffer UNSIGNED = ByteBuffer.allocate(0);
    private static final Fault LINK_DOWN = new Fault(Fault.Kind.INTERFACE_DOWN, "eth0 is down");

    private final SimulatedNode node;
    private final SimulatedLan lan;
    private final int segment;
    private final int id;
    private final IpAddress address;
    private final RouterRules rules;
    private Optional<SimulatedWire> wire = Optional.empty();
    private final List<SimulatedTracker> trackers;
    private final ReceivedAdvert advert = new ReceivedAdvert();
    private final Deque<SimulatedLan.Packet> inbox = new ArrayDeque<>();

    private RouterSettings settings;
    private int basePriority;
    private int grantedPriority;
    private int expectedPriority;
    private boolean expectsFault;
    private VirtualRouter router;
    private SplitBrainWatch watch;
    private boolean linkUp = true;
    private boolean standby;
    private boolean frozen;
    private long frozenSinceNanos;
    private boolean deaf;
    private long nowNanos;

    SimulatedRouter(
            SimulatedNode node, SimulatedLan lan, int segment, List<SimulatedTracker> trackers) {
        this.node = node;
        this.lan = lan;
        this.segment = segment;
        this.trackers = trackers;
        id = lan.routers().size();
        address = IpAddress.ofIpv4(0xc000_0201 + id);
        rules = new RouterRules(lan, this);
    }

    void create(long atNanos, RouterSettings configured) {
        settings = configured;
        router = new VirtualRouter(settings);
        watch = new SplitBrainWatch(settings.advertIntervalNanos(), this::alarm);
        basePriority = settings.priority();
        grantedPriority = basePriority;
        expectedPriority = basePriority;
        expectsFault = false;
        trackers.forEach(SimulatedTracker::forget);
        wire = node.format().map(format -> new SimulatedWire(address, format));
        rules.begin(atNanos, settings);
        handle(atNanos, new Input.SourceAddressChanged(address));
        handle(atNanos, new Input.StandbyChanged(standby));
        watchAgain(atNanos);
    }

    void begin(long atNanos) {
        rules.begin(atNanos, settings);
        handle(atNanos, Input.START);
    }

    void crash() {
        router = null;
        frozen = false;
        inbox.clear();
    }

    void stop(long atNanos) {
        boolean master = isMaster();
        int before = rules.resignationsEver();
        handle(atNanos, Input.STOP);
        lan.check(
                rules.resignationsEver() - before == (master ? 1 : 0),
                this,
                "priority 0 once on stop");
    }

    void freeze(boolean withoutInbox) {
        frozen = true;
        frozenSinceNanos = lan.nowNanos();
        deaf = withoutInbox;
    }

    void thaw(long atNanos) {
        frozen = false;
        if (inbox.isEmpty() && runs()) {
            rules.paused(frozenSinceNanos, atNanos);
        } else {
            rules.paused();
        }
        while (!inbox.isEmpty() && runs()) {
            deliver(atNanos, inbox.poll());
        }
    }

    void setLink(long atNanos, boolean up) {
        linkUp = up;
        watchAgain(atNanos);
    }

    void grant(long atNanos, int priority) {
        basePriority = priority;
        watchAgain(atNanos);
    }

    List<SimulatedTracker> trackers() {
        return trackers;
    }

    void reload(long atNanos, RouterSettings changed) {
        settings = changed;
        basePriority = changed.priority();
        grantedPriority = tracking().priority();
        expectPriority();
        rules.settingsChanged(changed);
        wire.ifPresent(with -> with.use(node.format().orElseThrow()));
        handle(atNanos, new Input.SettingsChanged(changed, grantedPriority));
        watch.intervalIs(router.masterAdvertIntervalNanos());
        watchAgain(atNanos);
    }

    void resign(long atNanos) {
        node.routers().forEach(router -> router.rules.asksToResign(atNanos));
        handle(atNanos, Input.RESIGN);
    }

    /**
     * An operator wants it to stand by, or does not any more; a restart changes nothing in that.
     */
    void standBy(long atNanos, boolean on) {
        standby = on;
        if (runs()) {
            node.routers().forEach(router -> router.rules.asksToResign(atNanos));
            handle(atNanos, new Input.StandbyChanged(on));
        }
    }

    boolean isStandby() {
        return standby;
    }

    void loseAddresses(long atNanos) {
        handle(atNanos, new Input.AddressesLost("address 198.51.100.1/24"));
    }

    /** It may become master with its sync group although a master was heard. */
    void mayFollow(long atNanos) {
        rules.excuse();
        rules.asksToResign(atNanos);
    }

    void receive(long atNanos, SimulatedLan.Packet packet) {
        if (!frozen) {
            deliver(atNanos, packet);
        } else if (!deaf) {
            inbox.add(packet);
        }
    }

    void tick(long atNanos) {
        if (atNanos >= router.deadlineNanos()) {
            handle(atNanos, Input.TICK);
        }
        if (runs() && atNanos >= watch.deadlineNanos()) {
            watch.tick(atNanos);
        }
        lan.check(deadlineNanos() > atNanos, this, "the deadline lies in the future");
    }

    void witnessAnswers(long atNanos, long question, boolean reachable) {
        if (runs() && !frozen) {
            boolean yes = reachable && linkUp;
            rules.witnessAnswered(yes);
            handle(atNanos, new Input.WitnessAnswered(question, yes));
        }
    }

    /** Whether a packet from here can arrive there at all. */
    boolean isBeside(SimulatedRouter other) {
        return other != this && other.segment == segment;
    }

    int id() {
        return id;
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

    /** Whether another router of its node is master. */
    boolean isBesideMaster() {
        return node.routers().stream().anyMatch(other -> other != this && other.isMaster());
    }

    /** Whether its node has no other virtual router. */
    boolean isAlone() {
        return node.routers().size() == 1;
    }

    boolean linkUp() {
        return linkUp;
    }

    RouterSettings settings() {
        return settings;
    }

    RouterSettings settingsInForce() {
        return router.settings();
    }

    State state() {
        return runs() ? router.state() : State.INIT;
    }

    int priority() {
        return router.effectivePriority();
    }

    int expectedPriority() {
        return expectedPriority;
    }

    /** Whether something of its own is bad. */
    boolean expectsFault() {
        return expectsFault;
    }

    boolean isAlarmed() {
        return runs() && watch.isRaised();
    }

    /** How long an alarm outlives what it was raised for. */
    long alarmNanos() {
        return runs() ? watch.quietNanos() : 0;
    }

    long deadlineNanos() {
        return runs() && !frozen ? Math.min(router.deadlineNanos(), watch.deadlineNanos()) : NEVER;
    }

    long deadlineOfTimers() {
        return router.deadlineNanos();
    }

    SyncGroup.Member asMember() {
        return new SyncGroup.Member(toString(), router, this::perform);
    }

    /** Something is about to happen to this router, or to one that takes it along. */
    void expect(long atNanos) {
        if (runs()) {
            nowNanos = atNanos;
            rules.expect(atNanos);
        }
    }

    /** It has happened. */
    void verify() {
        if (runs()) {
            rules.verify();
        }
    }

    /** As an engine does it: the priority if it is another one, then the faults. */
    void watchAgain(long atNanos) {
        Tracking tracking = tracking();
        if (tracking.priority() != grantedPriority) {
            grantedPriority = tracking.priority();
            expectPriority();
            handle(atNanos, new Input.PriorityChanged(grantedPriority));
        }
        List<Fault> faults = new ArrayList<>(tracking.faults());
        if (!linkUp) {
            faults.addFirst(LINK_DOWN);
        }
        expectsFault = !linkUp || trackers.stream().anyMatch(SimulatedTracker::isFault);
        handle(atNanos, new Input.FaultsChanged(faults));
    }

    private Tracking tracking() {
        return Tracking.of(basePriority, trackers.stream().map(SimulatedTracker::watched).toList());
    }

    private void expectPriority() {
        int sum = basePriority;
        for (SimulatedTracker tracker : trackers) {
            sum += tracker.expectedWeight();
        }
        expectedPriority = settings.isOwner() ? 255 : Math.max(1, Math.min(254, sum));
    }

    private void deliver(long atNanos, SimulatedLan.Packet packet) {
        advert.set(
                packet.priority(),
                packet.intervalNanos(),
                IpAddress.Family.IPV4,
                0,
                packet.source().low());
        if (wire.isPresent() && !wire.get().accepts(packet.bytes(), node.epochMillis(), advert)) {
            return;
        }
        node.expect(atNanos);
        rules.hears();
        router.handle(atNanos, advert, this::perform);
        watch.advertHeard(atNanos, advert);
        lan.inputHandled(this);
        rules.verifyHeard(packet);
        node.verify();
        rules.verifyAlarm(watch.isRaised());
    }

    private void handle(long atNanos, Input input) {
        node.expect(atNanos);
        router.handle(atNanos, input, this::perform);
        lan.inputHandled(this);
        node.verify();
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.SendAdvert send -> {
                rules.advertSent(send.priority());
                watch.advertSent(send.priority());
                send(send.priority());
            }
            case Effect.SendResignation resignation -> {
                rules.resignationSent();
                send(0);
            }
            case Effect.OwnAddresses own -> rules.addressesTaken();
            case Effect.DisownAddresses disown -> rules.addressesGivenUp();
            case Effect.Announce announce -> rules.addressesUsed();
            case Effect.AskWitness ask -> lan.askWitness(nowNanos, this, ask.id());
            case Effect.Reclaimed reclaimed -> rules.addressesUsed();
            case Effect.StateChanged change -> {
                rules.stateChanged(change);
                watch.stateChanged(nowNanos, change.to());
                watch.intervalIs(router.masterAdvertIntervalNanos());
            }
            case Remark remark -> {}
        }
    }

    private void send(int told) {
        ByteBuffer bytes = wire.map(with -> with.encode(told, node.epochMillis())).orElse(UNSIGNED);
        lan.send(nowNanos, this, address, told, settings.advertIntervalNanos(), bytes);
    }

    private void alarm(SplitBrain told) {
        lan.alarm(this, told);
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

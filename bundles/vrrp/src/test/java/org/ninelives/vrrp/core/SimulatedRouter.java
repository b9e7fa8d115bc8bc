package org.ninelives.vrrp.core;

import static org.ninelives.vrrp.core.Timers.NEVER;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.ninelives.api.net.IpAddress;

/** One node of the simulated LAN: a virtual router, its interface, and what must always hold. */
final class SimulatedRouter {

    private static final Fault LINK_DOWN = new Fault(Fault.Kind.INTERFACE_DOWN, "eth0 is down");

    final int id;
    private final SimulatedLan lan;
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
    private long masterHeardNanos = Long.MIN_VALUE / 2;
    private boolean mayClaim = true;
    private int advertsOfInput;
    private int resignationsOfInput;
    private Effect.StateChanged changeOfInput;

    SimulatedRouter(int id, RouterSettings settings, SimulatedLan lan) {
        this.id = id;
        this.settings = settings;
        this.lan = lan;
        priority = settings.priority();
        address = IpAddress.ofIpv4(0xc000_0201 + id);
    }

    /** The process starts: nothing is left of an earlier one but the address of the node. */
    void start(long nowNanos) {
        if (runs()) {
            return;
        }
        router = new VirtualRouter(settings);
        priority = settings.priority();
        mayClaim = true;
        lastAdvertNanos = NEVER;
        handle(nowNanos, new Input.SourceAddressChanged(address));
        handle(nowNanos, faults());
        handle(nowNanos, Input.START);
    }

    /** The node is switched off; its addresses go with it. */
    void crash() {
        router = null;
        ownsAddresses = false;
        thawForgetting();
    }

    void stop(long nowNanos) {
        boolean master = isMaster();
        handle(nowNanos, Input.STOP);
        lan.check(resignationsOfInput == (master ? 1 : 0), this, "priority 0 once on stop");
        router = null;
        thawForgetting();
    }

    /** Stands still; a deaf one loses what is sent to it meanwhile, as a stopped machine does. */
    void freeze(boolean deaf) {
        this.frozen = true;
        this.deaf = deaf;
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
        if (!settings.isOwner()) {
            priority = newPriority;
            handle(nowNanos, new Input.PriorityChanged(priority));
        }
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
        mayClaim = true;
        handle(nowNanos, new Input.AddressesLost("address 198.51.100.1/24"));
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

    boolean runs() {
        return router != null;
    }

    boolean hears() {
        return runs() && linkUp;
    }

    boolean isFrozen() {
        return frozen;
    }

    boolean isMaster() {
        return runs() && router.state() == State.MASTER;
    }

    boolean linkUp() {
        return linkUp;
    }

    RouterSettings settings() {
        return settings;
    }

    int priority() {
        return router.effectivePriority();
    }

    long deadlineNanos() {
        return runs() && !frozen ? router.deadlineNanos() : NEVER;
    }

    private void thawForgetting() {
        frozen = false;
        inbox.clear();
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

    private void handle(long nowNanos, Input input) {
        this.nowNanos = nowNanos;
        State before = router.state();
        long patienceNanos = settings.downTimerAdverts() * router.masterAdvertIntervalNanos();
        advertsOfInput = 0;
        resignationsOfInput = 0;
        changeOfInput = null;
        router.handle(nowNanos, input, this::perform);
        lan.inputHandled(this);
        verify(before, router.state());
        if (before == State.BACKUP && router.state() == State.MASTER && !settings.preempt()) {
            boolean silent = nowNanos - masterHeardNanos >= patienceNanos;
            lan.check(mayClaim || silent, this, "nopreempt takes over from silence only");
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.SendAdvert send -> advertise(send.priority());
            case Effect.SendResignation resignation -> {
                resignationsOfInput++;
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
            case Effect.StateChanged change -> {
                // A master that stood still becomes backup before anything else happens to it.
                lan.check(
                        changeOfInput == null || change.from() == State.BACKUP,
                        this,
                        "one input changes the state once");
                changeOfInput =
                        new Effect.StateChanged(
                                changeOfInput == null ? change.from() : changeOfInput.from(),
                                change.to(),
                                change.reason());
            }
            case Effect.AskWitness ask -> {}
            case Effect.Reclaimed reclaimed -> {}
            case Remark remark -> {}
        }
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
        lan.send(nowNanos, this, address, told, settings.advertIntervalNanos());
    }

    private void verify(State before, State after) {
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
        if (after != State.MASTER) {
            lastAdvertNanos = NEVER;
        }
    }

    @Override
    public String toString() {
        return "r%d %s".formatted(id, runs() ? router.state() + " " + priority() : "off");
    }
}

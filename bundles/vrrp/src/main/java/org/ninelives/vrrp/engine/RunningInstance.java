package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.system.EchoProbe;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.core.Effect;
import org.ninelives.vrrp.core.Fault;
import org.ninelives.vrrp.core.Input;
import org.ninelives.vrrp.core.Remark;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.core.Tracking;
import org.ninelives.vrrp.core.VirtualRouter;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.Witness;
import org.ninelives.vrrp.wire.PacketPeek;
import org.ninelives.vrrp.wire.UnicastPeer;
import org.ninelives.vrrp.wire.WireMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One virtual router on this node: tells the pure core what happens, and performs what it asks for.
 */
final class RunningInstance extends Agenda.Entry implements Consumer<Effect> {

    private static final Logger LOG = LoggerFactory.getLogger(RunningInstance.class);

    private final Node node;
    private final VirtualRouter router;
    private final Counters counters = new Counters();
    private final WireMemory memory = new WireMemory();
    private final Place place;
    private final Mastery mastery;
    private final Observation observation;
    private final Watchlist watchlist;
    private InstanceSettings settings;
    private Reception reception;
    private List<Fault> staticFaults = List.of();
    private Events.Ending ending = Events.Ending.STOP;
    private Optional<Fault> refusedByMachine = Optional.empty();
    private Optional<IpAddress> sourceTold = Optional.empty();
    private OptionalInt priorityOverride = OptionalInt.empty();
    private long lastTransitionMillis;

    RunningInstance(InstanceSettings settings, Node node) {
        this.settings = settings;
        this.node = node;
        this.router = new VirtualRouter(startingLater(settings.router()));
        this.observation = new Observation(this, node);
        this.watchlist = new Watchlist(node.linkStates());
        watchlist.track(settings.tracking().trackers());
        this.reception = newReception();
        this.place = new Place(this, memory, node);
        this.mastery = new Mastery(this, place, node);
    }

    private RouterSettings startingLater(RouterSettings router) {
        return router.withStartDelayNanos(node.startDelayNanos(router.startDelayNanos()));
    }

    private Reception newReception() {
        return new Reception(settings, memory, counters, observation);
    }

    String name() {
        return settings.name();
    }

    InstanceSettings settings() {
        return settings;
    }

    VirtualRouter router() {
        return router;
    }

    Counters counters() {
        return counters;
    }

    Observation observation() {
        return observation;
    }

    /** The interface of its configuration; empty while that does not exist. */
    Optional<Link> link() {
        return place.link();
    }

    Optional<IpAddress> source() {
        return place.source();
    }

    boolean isMaster() {
        return router.state() == State.MASTER;
    }

    boolean isPriorityOverridden() {
        return priorityOverride.isPresent();
    }

    /** Milliseconds since 1970 UTC, 0 before the first change of state. */
    long lastTransitionMillis() {
        return lastTransitionMillis;
    }

    /** Looks where it is to stand, and answers what an earlier run may have left there. */
    Holdings possibleLeftovers() {
        place.look();
        return mastery.possibleLeftovers();
    }

    void start() {
        lookAround();
        handle(Input.START);
    }

    /** Stops and lets go of everything; a master says so with priority 0. */
    void stop(Events.Ending how) {
        ending = how;
        handle(Input.STOP);
        observation.end();
        place.leave();
    }

    void handle(Input input) {
        router.handle(node.nowNanos(), input, this);
        reschedule();
    }

    void reschedule() {
        node.agenda().set(this, router.deadlineNanos());
    }

    @Override
    void due(long nowNanos) {
        handle(Input.TICK);
    }

    /** Takes new settings of the same virtual router; what stays the same is not touched. */
    void reconfigure(InstanceSettings changed) {
        boolean otherAdverts = !changed.advert().equals(settings.advert());
        boolean otherName = !changed.name().equals(settings.name());
        boolean otherTransport = otherAdverts || !changed.peers().equals(settings.peers());
        boolean otherAddresses = !changed.addresses().equals(settings.addresses());
        settings = changed;
        watchlist.track(settings.tracking().trackers());
        priorityOverride = OptionalInt.empty();
        refusedByMachine = Optional.empty();
        place.tryAgain();
        if (otherAdverts || otherName) {
            reception = newReception();
        }
        if (otherTransport) {
            place.leaveSockets();
        }
        place.look();
        // Before all else: an owner's priority may be granted only to one who knows it is the
        // owner.
        handle(new Input.SettingsChanged(settings.router(), tracking().priority()));
        lookAround();
        if (isMaster()) {
            mastery.hold();
            if (otherAddresses) {
                mastery.announce(Math.max(1, settings.router().garp().repeat()));
            }
        }
    }

    /** Sets the priority until the next reload; an empty one ends that. */
    void overridePriority(OptionalInt priority) {
        priorityOverride = priority;
        grant(tracking().priority());
    }

    /** Follows these too, which its sync group tracks for all members. */
    void trackForGroup(List<Tracker> trackers) {
        if (watchlist.trackForGroup(trackers)) {
            lookAround();
        }
    }

    /** What is static and tied to this virtual router is missing, or nothing is. */
    void staticFaults(List<Fault> faults) {
        if (!faults.equals(staticFaults)) {
            staticFaults = List.copyOf(faults);
            lookAround();
        }
    }

    private Tracking tracking() {
        return watchlist.tracking(priorityOverride.orElse(settings.router().priority()));
    }

    private void grant(int priority) {
        handle(new Input.PriorityChanged(priority));
    }

    /**
     * Whether an interface has to do with this virtual router, by its name or because it had that
     * name before.
     */
    boolean concerns(Link other) {
        return place.isOn(other.index()) || concerns(other.name());
    }

    /** Whether the interface of this name has to do with this virtual router. */
    boolean concerns(InterfaceName name) {
        return settings.key().isOn(name)
                || place.needs(name)
                || watchlist.has(name)
                || holdsOn(name);
    }

    private boolean holdsOn(InterfaceName name) {
        return !settings.routing().routes().isEmpty()
                || settings.addresses().stream()
                        .anyMatch(address -> address.device().filter(name::equals).isPresent());
    }

    /** Whether this virtual router runs on the interface with this index. */
    boolean isOn(int linkIndex) {
        return place.isOn(linkIndex);
    }

    /** Whether a packet comes from one of its unicast peers. */
    boolean isFromPeer(ByteBuffer packet) {
        for (UnicastPeer peer : settings.peers()) {
            if (PacketPeek.isFrom(packet, peer.address())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Something about its interfaces is different, so what the machine refused before is worth
     * another try.
     */
    void interfaceChanged() {
        refusedByMachine = Optional.empty();
        place.tryAgain();
        lookAround();
        if (isMaster()) {
            mastery.holdAgain();
        }
    }

    /** Looks at interface, addresses and trackers again, and tells the core what is different. */
    void lookAround() {
        List<Fault> faults = new ArrayList<>(place.look());
        if (!place.source().equals(sourceTold)) {
            sourceTold = place.source();
            sourceTold.ifPresent(source -> handle(new Input.SourceAddressChanged(source)));
        }
        Tracking tracking = tracking();
        faults.addAll(tracking.faults());
        faults.addAll(staticFaults);
        refusedByMachine.ifPresent(faults::add);
        grant(tracking.priority());
        handle(new Input.FaultsChanged(faults));
    }

    void received(long nowNanos, ByteBuffer packet, boolean truncated) {
        // RFC 9568 section 6.4.1 and keepalived: one who takes no part hears nothing, and counts
        // nothing.
        if ((router.state() == State.BACKUP || router.state() == State.MASTER)
                && reception.accepts(nowNanos, packet, truncated)) {
            router.handle(nowNanos, reception.advert(), this);
            observation.heard(nowNanos, reception.advert());
            reschedule();
        }
    }

    @Override
    public void accept(Effect effect) {
        switch (effect) {
            case Effect.SendAdvert advert -> send(advert.priority());
            case Effect.SendResignation resignation -> send(0);
            case Effect.OwnAddresses own -> mastery.hold();
            case Effect.DisownAddresses disown -> mastery.letGo();
            case Effect.Announce announce -> mastery.announce(announce.count());
            case Effect.AskWitness question -> askWitness(question.id());
            case Effect.Reclaimed reclaimed ->
                    tell(Events.of(settings.subject(), reclaimed, router.effectivePriority()));
            case Effect.StateChanged change -> stateChanged(change);
            case Remark remark -> tell(remark);
        }
        observation.performed(effect);
    }

    private void send(int priority) {
        Optional<Transmission> transmission = place.transmission();
        if (transmission.isPresent()) {
            transmission.get().send(priority);
            counters.sent(priority);
        }
    }

    /** The machine refused an address that a master must own. */
    void refused(SystemException cause) {
        refusedByMachine = Optional.of(new Fault(Fault.Kind.SYSTEM, cause.getMessage()));
        lookAround();
    }

    /**
     * Somebody else has taken off what a master must own.
     *
     * @param what names it for the log: {@code address 192.0.2.1/24}
     */
    void lost(String what) {
        handle(new Input.AddressesLost(what));
    }

    private void stateChanged(Effect.StateChanged change) {
        lastTransitionMillis = System.currentTimeMillis();
        reception.stateChanged();
        if (change.to() == State.MASTER) {
            counters.becameMaster();
            node.log().add(() -> LOG.info("({}) took over: {}", name(), change.reason()));
        }
        if (change.from() == State.MASTER) {
            counters.releasedMaster();
        }
        if (change.from() == State.FAULT && settings.key().group().isEmpty()) {
            announceSource();
        }
        tell(Events.of(settings.subject(), change, ending, router.effectivePriority()));
    }

    /** The peers of a unicast instance shall find it at once when it returns. */
    private void announceSource() {
        if (place.link().isPresent() && place.source().isPresent()) {
            node.announcer().announce(place.link().get(), place.source().get(), 1, () -> true);
        }
    }

    /** Without a way to ask there is no answer, and so no claim. */
    private void askWitness(long id) {
        Witness witness = settings.master().witness().orElseThrow();
        Optional<Link> through =
                witness.interfaceName().map(node.links()::find).orElse(place.link());
        if (witness.interfaceName().isPresent() && through.isEmpty()) {
            return;
        }
        Duration timeout = Duration.ofNanos(witness.timeoutNanos());
        node.echo()
                .ask(
                        new EchoProbe.Question(witness.address(), through, timeout),
                        outcome -> answered(id, outcome instanceof EchoProbe.Outcome.Answered));
    }

    private void answered(long id, boolean reachable) {
        handle(new Input.WitnessAnswered(id, reachable));
    }

    private void tell(VrrpEvent event) {
        node.listener().happened(event);
    }

    private void tell(Remark remark) {
        if (remark instanceof Remark.PriorityChange change) {
            tell(Events.of(settings.subject(), change, router.state()));
        }
        String name = name();
        TurnLog log = node.log();
        switch (remark.level()) {
            case INFO -> log.add(() -> LOG.info("{}", remark.text(name)));
            case WARNING -> warn(remark, () -> LOG.warn("{}", remark.text(name)));
            case DETAIL -> {
                if (LOG.isDebugEnabled()) {
                    log.add(() -> LOG.debug("{}", remark.text(name)));
                }
            }
        }
    }

    private void warn(Remark remark, Runnable line) {
        switch (remark) {
            case Remark.LateTick late -> node.standstills().add(node.nowNanos(), line);
            case Remark.LateMaster late -> node.standstills().add(node.nowNanos(), line);
            default -> node.log().add(line);
        }
    }
}

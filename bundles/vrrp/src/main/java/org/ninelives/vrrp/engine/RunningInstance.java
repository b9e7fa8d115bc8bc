package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.core.Effect;
import org.ninelives.vrrp.core.Fault;
import org.ninelives.vrrp.core.Input;
import org.ninelives.vrrp.core.Remark;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.core.Thing;
import org.ninelives.vrrp.core.Tracking;
import org.ninelives.vrrp.core.VirtualRouter;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.wire.PacketPeek;
import org.ninelives.vrrp.wire.UnicastPeer;
import org.ninelives.vrrp.wire.WireMemory;

/**
 * One virtual router on this node: tells the pure core what happens, and performs what it asks for.
 */
final class RunningInstance extends Agenda.Entry implements Consumer<Effect> {

    private final Node node;
    private final VirtualRouter router;
    private final Counters counters = new Counters();
    private final WireMemory memory = new WireMemory();
    private final Place place;
    private final Mastery mastery;
    private final Observation observation;
    private final Fitness fitness;
    private final Reporter reporter;
    private final WitnessCall witness;
    private final Retry retry;
    private InstanceSettings settings;
    private Reception reception;
    private Events.Ending ending = Events.Ending.STOP;
    private Optional<IpAddress> sourceTold = Optional.empty();
    private List<Fault> faultsOfPlace = List.of();
    private long lastTransitionMillis;

    RunningInstance(InstanceSettings settings, Node node) {
        this.settings = settings;
        this.node = node;
        this.router = new VirtualRouter(startingLater(settings.router()));
        this.observation = new Observation(this, node);
        this.fitness = new Fitness(settings, node);
        this.reporter = new Reporter(this, node);
        this.witness = new WitnessCall(this, node);
        this.retry = new Retry(node.agenda(), node::nowNanos, this::askMachineAgain);
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

    /** All that keeps it from taking part where it stands, and what it waits for. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(faultsOfPlace);
        faults.addAll(fitness.faults());
        return faults;
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
        retry.needed(false);
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
        fitness.configure(settings);
        place.tryAgain();
        if (otherAdverts || otherName) {
            reception = newReception();
        }
        if (otherTransport) {
            place.leaveSockets();
        }
        place.look();
        place.tuneSockets();
        // Before all else: an owner's priority may be granted only to one who knows it is the
        // owner.
        handle(new Input.SettingsChanged(settings.router(), fitness.priority()));
        lookAround();
        if (isMaster()) {
            mastery.hold();
            if (otherAddresses) {
                mastery.announce(Math.max(1, settings.router().garp().repeat()));
            }
        }
    }

    /**
     * Follows what its sync group tracks for all members; it counts from the next look on. Answers
     * whether that is something else than before.
     */
    boolean trackForGroup() {
        return fitness.track();
    }

    /** All that others watch for it. */
    Set<Thing> tracked() {
        return fitness.tracked();
    }

    /**
     * Looks again at all that it tracks and at what operators have set, and tells the core what is
     * different.
     */
    void trackersChanged() {
        fitness.look();
        handle(new Input.StandbyChanged(node.overridden().isStandby(settings)));
        List<Fault> faults = faults();
        grantPriority();
        handle(new Input.FaultsChanged(faults));
    }

    /** All that it tracks, as it is known now. */
    List<Tracking.Watched> watched() {
        return fitness.watched();
    }

    /** Sentences for the operator about all that it tracks. */
    List<String> explainTrackers() {
        return fitness.explain();
    }

    /** What is static and tied to this virtual router is missing, or nothing is. */
    void staticFaults(List<Fault> faults) {
        if (fitness.staticFaults(faults)) {
            lookAround();
        }
    }

    private void grantPriority() {
        handle(new Input.PriorityChanged(fitness.priority()));
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
        return settings.needs(name) || place.needs(name) || fitness.tracks(name);
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
        fitness.tryAgain();
        place.tryAgain();
        lookAround();
        if (isMaster()) {
            mastery.holdAgain();
        }
    }

    /** Looks at interface, addresses and trackers again, and tells the core what is different. */
    void lookAround() {
        faultsOfPlace = place.look();
        if (!place.source().equals(sourceTold)) {
            sourceTold = place.source();
            sourceTold.ifPresent(source -> handle(new Input.SourceAddressChanged(source)));
        }
        trackersChanged();
        retry.needed(place.isRefusedByMachine() || fitness.isRefusedByMachine());
    }

    private void askMachineAgain() {
        place.tryAgain();
        if (mastery.couldOwnAll()) {
            fitness.tryAgain();
        }
        lookAround();
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
            case Effect.AskWitness question -> witness.ask(question.id());
            case Effect.Reclaimed reclaimed -> reporter.tell(reclaimed);
            case Effect.StateChanged change -> stateChanged(change);
            case Remark remark -> reporter.tell(remark);
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
        fitness.refused(cause);
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
        counters.changed(change.from(), change.to());
        if (change.from() == State.FAULT && settings.key().group().isEmpty()) {
            announceSource();
        }
        reporter.tell(change, ending);
    }

    /** The peers of a unicast instance shall find it at once when it returns. */
    private void announceSource() {
        if (place.link().isPresent() && place.source().isPresent()) {
            node.announcer().announce(place.link().get(), place.source().get(), 1, () -> true);
        }
    }
}

package org.ninelives.vrrp.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.core.Effect;
import org.ninelives.vrrp.core.Fault;
import org.ninelives.vrrp.core.Input;
import org.ninelives.vrrp.core.Remark;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.core.VirtualRouter;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.ninelives.vrrp.wire.PacketPeek;
import org.ninelives.vrrp.wire.UnicastPeer;
import org.ninelives.vrrp.wire.WireMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One virtual router on this node: tells the pure core what happens, and performs what it asks for.
 */
final class RunningInstance extends Agenda.Entry implements Consumer<Effect>, Holder {

    private static final Logger LOG = LoggerFactory.getLogger(RunningInstance.class);

    private final Node node;
    private final TurnLog log;
    private final VirtualRouter router;
    private final Counters counters = new Counters();
    private final WireMemory memory = new WireMemory();
    private InstanceSettings settings;
    private Reception reception;
    private Optional<Link> link = Optional.empty();
    private Optional<IpAddress> source = Optional.empty();
    private Optional<Channels.Channel> channel = Optional.empty();
    private Optional<Transmission> transmission = Optional.empty();
    private Optional<Fault> refusedByMachine = Optional.empty();
    private OptionalInt priorityOverride = OptionalInt.empty();
    private long lastTransitionMillis;

    /** Frames for each address that wait until all addresses are in place. */
    private int announcementsDue;

    RunningInstance(InstanceSettings settings, Node node) {
        this.settings = settings;
        this.node = node;
        this.log = node.log();
        this.router = new VirtualRouter(settings.router().startingLater(node.ageNanos()));
        this.reception = new Reception(settings.name(), settings.advert(), memory, counters);
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

    Optional<IpAddress> source() {
        return source;
    }

    boolean isPriorityOverridden() {
        return priorityOverride.isPresent();
    }

    /** Milliseconds since 1970 UTC, 0 before the first change of state. */
    long lastTransitionMillis() {
        return lastTransitionMillis;
    }

    void start() {
        lookAround();
        handle(Input.START);
    }

    /** Stops and lets go of everything; a master says so with priority 0. */
    void stop() {
        handle(Input.STOP);
        leaveChannel();
    }

    void handle(Input input) {
        router.handle(node.nowNanos(), input, this);
        node.agenda().set(this, router.deadlineNanos());
    }

    @Override
    void due(long nowNanos) {
        handle(Input.TICK);
    }

    /** Takes new settings of the same virtual router; what stays the same is not touched. */
    void reconfigure(InstanceSettings changed) {
        boolean otherAdverts = !changed.advert().equals(settings.advert());
        boolean otherTransport = otherAdverts || !changed.peers().equals(settings.peers());
        boolean otherAddresses = !changed.addresses().equals(settings.addresses());
        settings = changed;
        priorityOverride = OptionalInt.empty();
        refusedByMachine = Optional.empty();
        if (otherAdverts) {
            reception = new Reception(settings.name(), settings.advert(), memory, counters);
        }
        if (otherTransport) {
            leaveChannel();
        }
        lookAround();
        handle(new Input.SettingsChanged(settings.router(), settings.router().priority()));
        if (otherAddresses && router.state() == State.MASTER) {
            hold();
            announce(Math.max(1, settings.router().garp().repeat()));
        }
    }

    /** Sets the priority until the next reload; an empty one ends that. */
    void overridePriority(OptionalInt priority) {
        priorityOverride = priority;
        handle(new Input.PriorityChanged(priority.orElse(settings.router().priority())));
    }

    /**
     * Whether an interface has to do with this virtual router, by its name or because it had that
     * name before.
     */
    boolean concerns(Link other) {
        return settings.key().interfaceName().equals(other.name()) || isOn(other.index());
    }

    /** Whether this virtual router runs on the interface with this index. */
    boolean isOn(int linkIndex) {
        return link.filter(own -> own.index() == linkIndex).isPresent();
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
     * Something about its interface is different, so what the machine refused before is worth
     * another try.
     */
    void interfaceChanged() {
        refusedByMachine = Optional.empty();
        lookAround();
    }

    /** Looks at interface and addresses again, and tells the core what is different. */
    void lookAround() {
        Surroundings now = Surroundings.look(settings, node.links(), node::isVirtual);
        if (!now.link().map(Link::index).equals(link.map(Link::index))) {
            leaveChannel();
            refusedByMachine = Optional.empty();
        }
        link = now.link();
        joinChannel();
        if (!now.source().equals(source)) {
            source = now.source();
            transmission = Optional.empty();
            source.ifPresent(address -> handle(new Input.SourceAddressChanged(address)));
        }
        if (transmission.isEmpty() && channel.isPresent() && source.isPresent()) {
            transmission =
                    Optional.of(new Transmission(settings, source.get(), memory, channel.get()));
        }
        List<Fault> faults = new ArrayList<>(now.faults());
        refusedByMachine.ifPresent(faults::add);
        handle(new Input.FaultsChanged(faults));
    }

    private void joinChannel() {
        if (link.isEmpty() || channel.isPresent() || refusedByMachine.isPresent()) {
            return;
        }
        try {
            channel = Optional.of(node.channels().join(this, link.get()));
        } catch (SystemException e) {
            refusedByMachine = Optional.of(new Fault(Fault.Kind.SYSTEM, e.getMessage()));
        }
    }

    private void leaveChannel() {
        channel.ifPresent(joined -> joined.leave(this));
        channel = Optional.empty();
        transmission = Optional.empty();
    }

    void received(long nowNanos, ByteBuffer packet, boolean truncated) {
        // RFC 9568 section 6.4.1 and keepalived: one who takes no part hears nothing, and counts
        // nothing.
        if ((router.state() == State.BACKUP || router.state() == State.MASTER)
                && reception.accepts(packet, truncated)) {
            router.handle(nowNanos, reception.advert(), this);
            node.agenda().set(this, router.deadlineNanos());
        }
    }

    @Override
    public void accept(Effect effect) {
        switch (effect) {
            case Effect.SendAdvert advert -> send(advert.priority());
            case Effect.SendResignation resignation -> send(0);
            case Effect.OwnAddresses own -> hold();
            case Effect.DisownAddresses disown -> letGo();
            case Effect.Announce announce -> announce(announce.count());
            case Effect.StateChanged change -> stateChanged(change);
            // Nobody asks: no instance can be configured with a witness so far.
            case Effect.AskWitness ask -> {}
            // Told to nobody yet: notifications are not configurable so far.
            case Effect.Reclaimed reclaimed -> {}
            case Remark remark -> tell(remark);
        }
    }

    private void send(int priority) {
        if (transmission.isPresent()) {
            transmission.get().send(priority);
            counters.sent(priority);
        }
    }

    private void hold() {
        log.add(() -> LOG.debug("({}) setting VIPs.", settings.name()));
        for (VirtualAddress address : settings.addresses()) {
            if (holder(address).isEmpty()) {
                String message = "({}) interface of {} does not exist; the address is not set";
                log.add(() -> LOG.error(message, settings.name(), address));
            }
        }
        node.estate().hold(this, new Holdings(interfaceAddresses()));
    }

    private void letGo() {
        log.add(() -> LOG.debug("({}) removing VIPs.", settings.name()));
        announcementsDue = 0;
        node.estate().hold(this, Holdings.NONE);
    }

    @Override
    public void held() {
        if (announcementsDue > 0) {
            announceNow(announcementsDue);
            announcementsDue = 0;
        }
    }

    /** A master without its addresses serves nobody: another node shall have the chance. */
    @Override
    public void refused(SystemException cause) {
        log.add(() -> LOG.error("({}) {}", settings.name(), cause.getMessage()));
        refusedByMachine = Optional.of(new Fault(Fault.Kind.SYSTEM, cause.getMessage()));
        lookAround();
    }

    @Override
    public void lost(String what) {
        handle(new Input.AddressesLost(what));
    }

    /** The addresses to own, on the interfaces as they are now, as far as these exist. */
    private List<InterfaceAddress> interfaceAddresses() {
        List<InterfaceAddress> list = new ArrayList<>();
        for (VirtualAddress address : settings.addresses()) {
            holder(address).ifPresent(on -> list.add(onInterface(on, address)));
        }
        return list;
    }

    private static InterfaceAddress onInterface(Link link, VirtualAddress address) {
        return new InterfaceAddress(
                link.index(),
                address.prefix(),
                address.scope(),
                address.broadcast(),
                address.label(),
                false,
                InterfaceAddress.PROTOCOL_OURS);
    }

    /**
     * What an earlier run may have left on the interfaces, with the attributes it stands there
     * with. Addresses that are not there are named all the same: to remove them does no harm, and
     * so the way to the kernel has been walked before a takeover has to.
     */
    Holdings possibleLeftovers() {
        List<InterfaceAddress> leftovers = new ArrayList<>();
        for (InterfaceAddress own : interfaceAddresses()) {
            leftovers.add(
                    node.links().addresses(own.linkIndex()).stream()
                            .filter(own::sameAs)
                            .findFirst()
                            .orElse(own));
        }
        return new Holdings(leftovers);
    }

    private Optional<Link> holder(VirtualAddress address) {
        return node.links().find(address.device().orElse(settings.key().interfaceName()));
    }

    /** Announces each address; before all of them are in place that waits. */
    private void announce(int count) {
        if (node.estate().isSettled(this)) {
            announceNow(count);
        } else {
            announcementsDue = Math.max(announcementsDue, count);
        }
    }

    private void announceNow(int count) {
        for (VirtualAddress address : settings.addresses()) {
            holder(address)
                    .ifPresent(
                            on -> {
                                tellAnnouncement(on, address);
                                node.announcer()
                                        .announce(on, address.address(), count, this::isMaster);
                            });
        }
    }

    private boolean isMaster() {
        return router.state() == State.MASTER;
    }

    private void tellAnnouncement(Link on, VirtualAddress address) {
        String message = "({}) Sending/queueing gratuitous ARPs on {} for {}";
        log.add(() -> LOG.debug(message, settings.name(), on.name(), address.address()));
    }

    private void stateChanged(Effect.StateChanged change) {
        lastTransitionMillis = System.currentTimeMillis();
        reception.stateChanged();
        if (change.to() == State.MASTER) {
            counters.becameMaster();
        }
        if (change.from() == State.MASTER) {
            counters.releasedMaster();
        }
        node.listener().stateChanged(settings.name(), change);
    }

    private void tell(Remark remark) {
        String name = settings.name();
        switch (remark.level()) {
            case INFO -> log.add(() -> LOG.info("{}", remark.text(name)));
            case WARNING -> log.add(() -> LOG.warn("{}", remark.text(name)));
            case DETAIL -> {
                if (LOG.isDebugEnabled()) {
                    log.add(() -> LOG.debug("{}", remark.text(name)));
                }
            }
        }
    }
}

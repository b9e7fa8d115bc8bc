package org.ninelives.testkit;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.ThreadSettings;
import org.ninelives.api.system.UdpSocket;
import org.ninelives.api.system.WatchLoop;

/**
 * A machine whose time, interfaces and misfortunes the test decides. Everything a method here
 * changes has been told to the loops when the method returns, unless it is called from within a
 * turn.
 */
public final class FakeMachine implements Machine {

    private final FakeLan lan;
    private final String name;
    private final Thread thread = Thread.currentThread();
    private final FakeInterfaces interfaces = new FakeInterfaces();
    private final FakeRouting routing = new FakeRouting(interfaces);
    private final List<FakeLoop> loops = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();
    private final Refusals refusals = new Refusals();
    private final FakeSettings settings = new FakeSettings(interfaces);
    private final FakeAddressing addressing = new FakeAddressing(this, interfaces);
    private final FakePlugs plugs;
    private final FakeProcesses processes = new FakeProcesses(this);
    private final FakeFiles files = new FakeFiles(this);
    private FirewallState firewall = FirewallState.NONE;
    private ThreadSettings threadSettings = ThreadSettings.DEFAULT;
    private final Set<Integer> forwarding = new HashSet<>();

    /** A machine on a LAN of its own. */
    public FakeMachine() {
        this(new FakeLan(), "machine");
    }

    /**
     * A machine on a LAN with others.
     *
     * @param name for messages
     */
    public FakeMachine(FakeLan lan, String name) {
        this.lan = lan;
        this.name = name;
        this.plugs = new FakePlugs(name, interfaces, settings);
        lan.add(this);
    }

    public FakeLan lan() {
        return lan;
    }

    /** What to refuse from now on. */
    public Refusals refusals() {
        return refusals;
    }

    @Override
    public Loop startLoop(String threadName, LoopTask task) {
        FakeLoop loop = new FakeLoop(this, threadName, task);
        loops.add(loop);
        return loop;
    }

    @Override
    public WatchLoop startWatchLoop(String threadName, LoopTask task) {
        return startLoop(threadName, task);
    }

    /** What a loop asked for last for its thread. */
    public ThreadSettings threadSettings() {
        return threadSettings;
    }

    void tuned(ThreadSettings settings) {
        threadSettings = settings;
    }

    /** Lets time pass on the whole LAN. */
    public void advance(Duration time) {
        lan.advance(time);
    }

    /** Lets the loops do all there is to do at this time, on the whole LAN. */
    public void settle() {
        lan.settle();
    }

    public long nowNanos() {
        return lan.nowNanos();
    }

    // Interfaces.

    /**
     * Plugs in an interface that is up, running and can multicast; its wire is that of its name.
     */
    public Link addLink(String linkName) {
        Link link = plugs.plug(linkName);
        settle();
        return link;
    }

    /** Takes an interface away; the virtual ones on it and its addresses go first. */
    public void removeLink(String linkName) {
        plugs.unplug(link(linkName));
        settle();
    }

    /** Gives an interface, which keeps its index, another name and so another wire. */
    public Link renameLink(String linkName, String newName) {
        return change(link(linkName).withName(new InterfaceName(newName)));
    }

    /** Sets an interface administratively up or down; it runs when it is up. */
    public Link setUp(String linkName, boolean up) {
        return change(link(linkName).withState(up, up));
    }

    /** Plugs the cable of an interface in or out. */
    public Link setRunning(String linkName, boolean running) {
        return change(link(linkName).withState(link(linkName).up(), running));
    }

    /** Makes an interface, known by its index, what this says. */
    public Link change(Link link) {
        interfaces.linkChanged(link);
        settle();
        return link;
    }

    /** The interface with this name. */
    public Link link(String linkName) {
        return interfaces
                .find(new InterfaceName(linkName))
                .orElseThrow(() -> new IllegalArgumentException(name + " has no " + linkName));
    }

    /** Puts an address such as {@code 10.0.0.1/24} on an interface, as another program would. */
    public void addAddress(String linkName, String prefix) {
        Link link = link(linkName);
        addressing.add(InterfaceAddress.of(link.index(), IpPrefix.of(prefix)));
        settle();
    }

    /** Puts an address with attributes on its interface, as another program would. */
    public void addAddress(InterfaceAddress address) {
        addressing.add(address);
        settle();
    }

    /** Lets an interface forward IPv6 packets or not. */
    public void setForwardsIpv6(String linkName, boolean forwards) {
        int index = link(linkName).index();
        if (forwards) {
            forwarding.add(index);
        } else {
            forwarding.remove(index);
        }
    }

    /** Takes an address off an interface, as another program would. */
    public void removeAddress(String linkName, String prefix) {
        IpPrefix gone = IpPrefix.of(prefix);
        interfaces.addresses(link(linkName).index()).stream()
                .filter(address -> address.prefix().equals(gone))
                .forEach(interfaces::addressRemoved);
        settle();
    }

    /** The addresses that are on an interface, in the order of adding. */
    public List<IpPrefix> addresses(String linkName) {
        return interfaces.addresses(link(linkName).index()).stream()
                .map(InterfaceAddress::prefix)
                .toList();
    }

    /** The routes and rules of this machine. */
    public FakeRouting routing() {
        return routing;
    }

    /** The settings of its kernel. */
    public FakeSettings settings() {
        return settings;
    }

    /** Its processes. */
    public FakeProcesses processes() {
        return processes;
    }

    /** Its files. */
    public FakeFiles files() {
        return files;
    }

    /** What the packet filter was asked to do last. */
    public FirewallState firewall() {
        return firewall;
    }

    // What was done.

    /** What this machine did, in order. */
    public List<Deed> deeds() {
        return List.copyOf(deeds);
    }

    /** The adverts among the deeds. */
    public List<Deed.Advert> adverts() {
        return deeds(Deed.Advert.class);
    }

    /** The UDP packets among the deeds. */
    public List<Deed.Datagram> datagrams() {
        return deeds(Deed.Datagram.class);
    }

    /** The frames among the deeds. */
    public List<Deed.Frame> frames() {
        return deeds(Deed.Frame.class);
    }

    private <T extends Deed> List<T> deeds(Class<T> type) {
        return deeds.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Forgets what was done so far. */
    public void clearDeeds() {
        deeds.clear();
    }

    // The wire.

    /**
     * Lets a packet arrive as if a router on the wire had sent it.
     *
     * @param packet from position to limit, IP header included; its destination is read there
     */
    public void receive(String linkName, ByteBuffer packet) {
        arrive(linkName, IpHeader.destination(packet), packet);
        settle();
    }

    /** Lets an Ethernet frame, from position to limit, arrive as if a host had sent it. */
    public void receiveFrame(String linkName, ByteBuffer frame) {
        arriveFrame(linkName, FakeAdvertSocket.copy(frame));
        settle();
    }

    void arriveFrame(String linkName, ByteBuffer frame) {
        loops.forEach(loop -> loop.arriveFrame(link(linkName), frame));
    }

    void arrive(String linkName, IpAddress destination, ByteBuffer packet) {
        if (destination.isMulticast() || owns(destination)) {
            loops.forEach(loop -> loop.arrive(link(linkName), destination, packet));
        }
    }

    void arrive(FakeDatagram datagram, int port) {
        if (owns(datagram.destination())) {
            loops.forEach(loop -> loop.arrive(datagram, port));
        }
    }

    boolean hasPort(UdpSocket.Options options, int port) {
        return loops.stream().anyMatch(loop -> loop.hasPort(options, port));
    }

    /** Whether an address is on this machine and may be used. */
    boolean owns(IpAddress address) {
        return addressing.owns(address);
    }

    // For the loops of this machine.

    void checkThread() {
        if (!Thread.currentThread().equals(thread)) {
            throw new IllegalStateException(
                    "called by " + Thread.currentThread().getName() + ", not by the loop's thread");
        }
    }

    FakeInterfaces interfaces() {
        return interfaces;
    }

    void firewall(FirewallState state) {
        firewall = state;
    }

    FakePlugs plugs() {
        return plugs;
    }

    FakeAddressing addressing() {
        return addressing;
    }

    void done(Deed deed) {
        deeds.add(deed);
    }

    boolean forwardsIpv6(int linkIndex) {
        return forwarding.contains(linkIndex);
    }

    boolean isUsable(String linkName) {
        return interfaces.find(new InterfaceName(linkName)).filter(Link::usable).isPresent();
    }

    void ended(FakeLoop loop) {
        loops.remove(loop);
    }

    long deadlineNanos() {
        return loops.stream().mapToLong(FakeLoop::deadlineNanos).min().orElse(LoopTask.NEVER);
    }

    boolean takeTurns() {
        boolean worked = false;
        for (FakeLoop loop : List.copyOf(loops)) {
            if (loop.hasWork()) {
                loop.turn();
                worked = true;
            }
        }
        return worked;
    }

    @Override
    public String toString() {
        return name;
    }
}

package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.KernelSettings;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.core.Fault;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.ninelives.vrrp.wire.WireMemory;

/**
 * Where one virtual router stands: its interface and those of its own above it, the address it
 * sends from, and the sockets.
 */
final class Place {

    private final RunningInstance instance;
    private final WireMemory memory;
    private final Node node;
    private final Ports ports;
    private Optional<Link> link = Optional.empty();
    private Optional<IpAddress> source = Optional.empty();
    private Optional<Channels.Channel> channel = Optional.empty();
    private Optional<Outlet> outlet = Optional.empty();
    private Optional<Transmission> transmission = Optional.empty();
    private Optional<KernelSettings.Hold> secondariesKept = Optional.empty();
    private Optional<Fault> refused = Optional.empty();
    private boolean portsRefused;

    Place(RunningInstance instance, WireMemory memory, Node node) {
        this.instance = instance;
        this.memory = memory;
        this.node = node;
        this.ports = new Ports(node);
    }

    /** The interface of its configuration; empty while that does not exist. */
    Optional<Link> link() {
        return link;
    }

    /** The address adverts are sent from. */
    Optional<IpAddress> source() {
        return source;
    }

    /** What sends its adverts; empty while there is no way to send any. */
    Optional<Transmission> transmission() {
        return transmission;
    }

    /** Where an address goes; empty while that does not exist. */
    Optional<Link> holder(VirtualAddress address) {
        return ports.holder(address, link);
    }

    /** Whether this is one of its own virtual interfaces. */
    boolean isVirtual(Link other) {
        return ports.isOn(other.index());
    }

    /** Whether one of its virtual interfaces is to stand on the interface of this name. */
    boolean needs(InterfaceName name) {
        return ports.needs(name);
    }

    /** Whether it stands on the interface with this index. */
    boolean isOn(int linkIndex) {
        return link.filter(own -> own.index() == linkIndex).isPresent() || ports.isOn(linkIndex);
    }

    /** Whether the machine refused a socket or an interface when it was looked for last. */
    boolean isRefusedByMachine() {
        return refused.isPresent() || portsRefused;
    }

    /** What the machine refused before is worth another try. */
    void tryAgain() {
        refused = Optional.empty();
    }

    /** Whether addresses on its virtual interfaces are answered for is looked at now. */
    void checkAsMaster() {
        ports.checkAsMaster();
    }

    /**
     * Looks at interfaces and addresses as they are now, and joins or leaves the sockets there.
     *
     * @return what is wrong
     */
    List<Fault> look() {
        InstanceSettings settings = instance.settings();
        Surroundings now = Surroundings.look(settings, node);
        if (!now.link().map(Link::index).equals(link.map(Link::index))) {
            leaveSockets();
            tryAgain();
        }
        link = now.link();
        List<Fault> faults = new ArrayList<>(now.faults());
        List<Fault> portFaults = ports.look(settings);
        portsRefused = !portFaults.isEmpty();
        faults.addAll(portFaults);
        join();
        if (!now.source().equals(source)) {
            source = now.source();
            transmission = Optional.empty();
        }
        if (transmission.isEmpty() && source.isPresent()) {
            transmission = way().map(way -> new Transmission(settings, source.get(), memory, way));
        }
        refused.ifPresent(faults::add);
        return faults;
    }

    private void join() {
        boolean exists = link.isPresent() || instance.settings().key().interfaceName().isEmpty();
        if (!exists || refused.isPresent()) {
            return;
        }
        try {
            if (channel.isEmpty()) {
                channel = Optional.of(node.channels().join(instance, bound()));
            }
            joinOutlet();
            keepSecondaries();
        } catch (SystemException e) {
            refused = Optional.of(new Fault(Fault.Kind.SYSTEM, e.getMessage()));
        }
    }

    /** What the socket is bound to: the interface, or the VRF of an instance without interface. */
    private Optional<Link> bound() throws SystemException {
        Optional<InterfaceName> vrf = instance.settings().transport().vrf();
        if (link.isPresent() || vrf.isEmpty()) {
            return link;
        }
        Optional<Link> master = node.links().find(vrf.get());
        if (master.isEmpty()) {
            throw new SystemException("vrf " + vrf.get(), "ENODEV", "waiting for it");
        }
        return master;
    }

    /** With {@code promote_secondaries} the loss of one address takes no other along. */
    private void keepSecondaries() throws SystemException {
        if (link.isPresent()
                && secondariesKept.isEmpty()
                && instance.settings().master().promoteSecondaries()) {
            KernelSetting setting =
                    KernelSetting.of(
                            IpAddress.Family.IPV4, link.get().name(), "promote_secondaries");
            secondariesKept = Optional.of(node.kernelSettings().hold(setting, 1));
        }
    }

    /** A virtual interface has a socket of its own to send by, unless it sends by the base. */
    private void joinOutlet() throws SystemException {
        Optional<Link> own =
                sendsOnBase() ? Optional.empty() : ports.own().flatMap(VirtualPort::link);
        if (outlet.map(Outlet::linkIndex).equals(own.map(Link::index))) {
            return;
        }
        leaveOutlet();
        if (own.isPresent()) {
            outlet = Optional.of(node.channels().outlet(instance, own.get()));
        }
    }

    private boolean sendsOnBase() {
        return instance.settings()
                .virtualInterfaces()
                .own()
                .filter(own -> !own.transmitOnBase())
                .isEmpty();
    }

    /** By what adverts leave; nothing while that does not exist. */
    private Optional<Transmission.Way> way() {
        return sendsOnBase() ? channel.map(joined -> joined::send) : outlet.map(own -> own::send);
    }

    /** What its settings ask of the sockets counts from now on. */
    void tuneSockets() {
        channel.ifPresent(Channels.Channel::fitBuffer);
    }

    private void leaveOutlet() {
        outlet.ifPresent(Outlet::close);
        outlet = Optional.empty();
        transmission = Optional.empty();
    }

    /** Leaves the sockets; the next look joins again. */
    void leaveSockets() {
        channel.ifPresent(joined -> joined.leave(instance));
        channel = Optional.empty();
        leaveOutlet();
        secondariesKept.ifPresent(KernelSettings.Hold::close);
        secondariesKept = Optional.empty();
    }

    /** Leaves for good: its interfaces go too. */
    void leave() {
        leaveSockets();
        ports.remove();
    }
}

package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.VirtualLinkRequest;
import org.ninelives.vrrp.core.Fault;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.ninelives.vrrp.settings.VirtualInterface;

/** The virtual interfaces of one virtual router: its own, and those for single addresses. */
final class Ports {

    private final Node node;
    private Optional<VirtualPort> own = Optional.empty();
    private final Map<InterfaceName, VirtualPort> forAddresses = new HashMap<>();

    Ports(Node node) {
        this.node = node;
    }

    /**
     * Makes those that are asked for and can be made, and removes others. Answers what is wrong.
     */
    List<Fault> look(InstanceSettings settings) {
        Optional<VirtualInterface> wanted = settings.virtualInterfaces().own();
        own =
                keep(
                        own,
                        wanted.map(VirtualInterface::link),
                        wanted.flatMap(VirtualInterface::address),
                        settings);
        Map<InterfaceName, VirtualLinkRequest> requests =
                settings.virtualInterfaces().forAddresses();
        List.copyOf(forAddresses.keySet()).stream()
                .filter(name -> !requests.containsKey(name))
                .forEach(name -> forAddresses.remove(name).remove());
        requests.forEach(
                (name, request) ->
                        forAddresses.compute(
                                name,
                                (any, before) ->
                                        keep(
                                                        Optional.ofNullable(before),
                                                        Optional.of(request),
                                                        Optional.empty(),
                                                        settings)
                                                .orElseThrow()));
        List<Fault> faults = new ArrayList<>();
        all().forEach(port -> port.look().ifPresent(faults::add));
        return faults;
    }

    private Optional<VirtualPort> keep(
            Optional<VirtualPort> before,
            Optional<VirtualLinkRequest> wanted,
            Optional<IpPrefix> address,
            InstanceSettings settings) {
        boolean same =
                before.isPresent() && wanted.isPresent() && before.get().is(wanted.get(), address);
        if (same) {
            return before;
        }
        before.ifPresent(VirtualPort::remove);
        return wanted.map(request -> new VirtualPort(settings.name(), request, address, node));
    }

    private List<VirtualPort> all() {
        List<VirtualPort> all = new ArrayList<>(forAddresses.values());
        own.ifPresent(all::add);
        return all;
    }

    /** The interface it runs on; empty when it asks for none. */
    Optional<VirtualPort> own() {
        return own;
    }

    /**
     * Where an address goes.
     *
     * @param base the interface of the virtual router
     */
    Optional<Link> holder(VirtualAddress address, Optional<Link> base) {
        Optional<InterfaceName> device = address.device().or(() -> base.map(Link::name));
        if (address.options().onVirtualInterface()) {
            return device.map(forAddresses::get).flatMap(VirtualPort::link);
        }
        if (address.device().isPresent()) {
            return device.flatMap(node.links()::find);
        }
        return own.isPresent() ? own.flatMap(VirtualPort::link) : base;
    }

    boolean isOn(int linkIndex) {
        return all().stream().anyMatch(port -> port.isOn(linkIndex));
    }

    /** Whether one of them is to stand on the interface of this name. */
    boolean needs(InterfaceName name) {
        return all().stream().anyMatch(port -> port.needs(name));
    }

    void checkAsMaster() {
        all().forEach(VirtualPort::checkAsMaster);
    }

    void remove() {
        all().forEach(VirtualPort::remove);
        own = Optional.empty();
        forAddresses.clear();
    }
}

package org.ninelives.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.VirtualLink;
import org.ninelives.api.system.VirtualLinkKind;
import org.ninelives.api.system.VirtualLinkReport;
import org.ninelives.api.system.VirtualLinkRequest;
import org.ninelives.api.system.VirtualLinks;

/**
 * Virtual interfaces of a fake machine. Those of the same name on different machines are a wire.
 */
final class FakeVirtualLinks implements VirtualLinks {

    private final FakeMachine machine;

    /** What this loop made or kept, by index. */
    private final Map<Integer, VirtualLinkRequest> held = new HashMap<>();

    FakeVirtualLinks(FakeMachine machine) {
        this.machine = machine;
    }

    @Override
    public VirtualLink create(VirtualLinkRequest request) throws SystemException {
        machine.checkThread();
        machine.refusals().checkVirtualLink(request.names().getFirst().name());
        Link parent =
                machine.interfaces()
                        .find(request.parent())
                        .orElseThrow(() -> refusal(request, request.parent() + "", "ENODEV"));
        for (InterfaceName name : request.names()) {
            Optional<Link> there = machine.interfaces().find(name);
            if (there.isEmpty()) {
                return make(name, parent, request);
            }
            if (isWanted(there.get(), parent, request)) {
                held.put(there.get().index(), request);
                return new VirtualLink(there.get(), parent, request, true, List.of());
            }
            if (isLeftover(there.get())) {
                machine.plugs().unplug(there.get());
                return make(name, parent, request);
            }
        }
        throw refusal(request, request.parent() + "", "EEXIST");
    }

    private static SystemException refusal(
            VirtualLinkRequest request, String parent, String errno) {
        return new SystemException(
                "RTM_NEWLINK " + request.names().getFirst() + " on " + parent, errno, "");
    }

    private VirtualLink make(InterfaceName name, Link parent, VirtualLinkRequest request) {
        MacAddress mac =
                switch (request.kind()) {
                    case VirtualLinkKind.Macvlan macvlan -> macvlan.mac();
                    case VirtualLinkKind.Ipvlan ipvlan -> parent.mac();
                };
        Link link = machine.plugs().plug(name, mac, parent, request.kind());
        held.put(link.index(), request);
        machine.done(
                new Deed.VirtualLinkMade(machine.nowNanos(), name.name(), parent.name().name()));
        return new VirtualLink(link, parent, request, false, List.of());
    }

    private boolean isWanted(Link link, Link parent, VirtualLinkRequest request) {
        VirtualLinkRequest holder = held.get(link.index());
        return (holder == null || holder.isSameLinkAs(request))
                && machine.plugs().parents().isOn(link, parent, request.kind());
    }

    private boolean isLeftover(Link link) {
        return machine.plugs().parents().isVirtual(link) && !held.containsKey(link.index());
    }

    @Override
    public void remove(Collection<VirtualLink> links) {
        machine.checkThread();
        links.forEach(this::removeOne);
    }

    private void removeOne(VirtualLink link) {
        held.remove(link.link().index());
        machine.interfaces()
                .find(link.link().index())
                .ifPresent(
                        there -> {
                            machine.plugs().unplug(there);
                            machine.done(
                                    new Deed.VirtualLinkRemoved(
                                            machine.nowNanos(), there.name().name()));
                        });
    }

    @Override
    public List<InterfaceName> removeLeftovers() {
        machine.checkThread();
        List<InterfaceName> names = new ArrayList<>();
        for (Link link : machine.interfaces().links()) {
            if (isLeftover(link)) {
                machine.plugs().unplug(link);
                names.add(link.name());
            }
        }
        return names;
    }

    @Override
    public VirtualLinkReport check(VirtualLink link, boolean transmit) {
        machine.checkThread();
        return machine.interfaces().find(link.link().index()).isPresent()
                ? new VirtualLinkReport(List.of(link.link().name() + " is there"), List.of())
                : new VirtualLinkReport(List.of(), List.of(link.link().name() + " is gone"));
    }

    void close() {
        held.keySet()
                .forEach(
                        index ->
                                machine.interfaces()
                                        .find(index)
                                        .ifPresent(machine.plugs()::unplug));
        held.clear();
    }
}

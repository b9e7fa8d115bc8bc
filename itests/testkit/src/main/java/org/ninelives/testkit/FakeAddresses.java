package org.ninelives.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.Addresses;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;

/** Changes the addresses of a fake machine as rtnetlink would. */
final class FakeAddresses implements Addresses {

    private final FakeMachine machine;
    private final FakeLinks links;

    FakeAddresses(FakeMachine machine, FakeLinks links) {
        this.machine = machine;
        this.links = links;
    }

    @Override
    public List<AddressFailure> apply(List<AddressChange> changes) {
        machine.checkThread();
        List<AddressFailure> failures = new ArrayList<>();
        for (AddressChange change : changes) {
            refusal(change)
                    .ifPresentOrElse(
                            cause -> failures.add(new AddressFailure(change, cause)),
                            () -> perform(change));
        }
        return failures;
    }

    private Optional<SystemException> refusal(AddressChange change) {
        int index = change.address().linkIndex();
        Optional<Link> link = machine.interfaces().find(index);
        if (link.isEmpty() && change instanceof AddressChange.Add) {
            String what = "RTM_NEWADDR " + change.address().prefix() + " on interface " + index;
            return Optional.of(new SystemException(what, "ENODEV", ""));
        }
        return machine.refusals().of(change, link.map(l -> l.name().name()).orElse("" + index));
    }

    private void perform(AddressChange change) {
        InterfaceAddress address = change.address();
        boolean there = machine.interfaces().has(address);
        switch (change) {
            case AddressChange.Add add -> {
                if (!there) {
                    machine.add(address);
                    machine.done(new Deed.AddressAdded(machine.nowNanos(), address));
                }
            }
            case AddressChange.Remove remove -> {
                if (there) {
                    links.expectRemovals(() -> machine.interfaces().addressRemoved(address));
                    machine.done(new Deed.AddressRemoved(machine.nowNanos(), address));
                }
            }
        }
    }

    /**
     * The address with what the kernel adds to it: the interface's name as label, and whether
     * another of the same network came first.
     */
    static InterfaceAddress asTheKernelTells(InterfaceAddress address, FakeInterfaces interfaces) {
        boolean ipv4 = address.prefix().address().family() == IpAddress.Family.IPV4;
        if (!ipv4) {
            return address;
        }
        boolean secondary =
                interfaces.addresses(address.linkIndex()).stream()
                        .anyMatch(other -> sameNetwork(address.prefix(), other.prefix()));
        String linkName = interfaces.find(address.linkIndex()).orElseThrow().name().name();
        return new InterfaceAddress(
                address.linkIndex(),
                address.prefix(),
                address.scope(),
                address.broadcast(),
                Optional.of(address.label().orElse(linkName)),
                secondary,
                address.protocol());
    }

    private static boolean sameNetwork(IpPrefix a, IpPrefix b) {
        if (a.length() != b.length() || b.address().family() != IpAddress.Family.IPV4) {
            return false;
        }
        long mask = a.length() == 0 ? 0 : -1L << (Integer.SIZE - a.length());
        return (a.address().low() & mask) == (b.address().low() & mask);
    }
}

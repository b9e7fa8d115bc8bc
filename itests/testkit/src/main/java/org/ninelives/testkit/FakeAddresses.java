package org.ninelives.testkit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.AddressFlag;
import org.ninelives.api.system.Addresses;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;

/** Changes the addresses of a fake machine as rtnetlink would. */
final class FakeAddresses implements Addresses {

    private static final Set<AddressFlag> TOLD_BY_THE_KERNEL =
            Set.of(
                    AddressFlag.SECONDARY,
                    AddressFlag.TENTATIVE,
                    AddressFlag.DAD_FAILED,
                    AddressFlag.DEPRECATED);

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
        if (link.isEmpty() && !(change instanceof AddressChange.Remove)) {
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
            case AddressChange.Replace replace -> {
                machine.add(address);
                machine.done(new Deed.AddressReplaced(machine.nowNanos(), address));
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
     * The address with what the kernel adds to it: the interface's name as label, whether another
     * of the same network came first, and whether it is no source any more.
     */
    static InterfaceAddress asTheKernelTells(InterfaceAddress address, FakeInterfaces interfaces) {
        Set<AddressFlag> flags = EnumSet.noneOf(AddressFlag.class);
        flags.addAll(address.flags());
        flags.removeAll(TOLD_BY_THE_KERNEL);
        if (address.preferredSeconds() == 0) {
            flags.add(AddressFlag.DEPRECATED);
        }
        if (address.prefix().address().family() == IpAddress.Family.IPV6) {
            return address.withFlags(flags);
        }
        boolean secondary =
                interfaces.addresses(address.linkIndex()).stream()
                        .takeWhile(other -> !other.sameAs(address))
                        .anyMatch(other -> sameNetwork(address.prefix(), other.prefix()));
        if (secondary) {
            flags.add(AddressFlag.SECONDARY);
        }
        String linkName = interfaces.find(address.linkIndex()).orElseThrow().name().name();
        return new InterfaceAddress(
                address.linkIndex(),
                address.prefix(),
                address.peer(),
                address.scope(),
                address.broadcast(),
                Optional.of(address.label().orElse(linkName)),
                address.preferredSeconds(),
                flags,
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

package org.ninelives.testkit;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressFlag;
import org.ninelives.api.system.InterfaceAddress;

/** What the kernel of a fake machine does with addresses. */
final class FakeAddressing {

    private static final Set<AddressFlag> TOLD_BY_THE_KERNEL =
            Set.of(
                    AddressFlag.SECONDARY,
                    AddressFlag.TENTATIVE,
                    AddressFlag.DAD_FAILED,
                    AddressFlag.DEPRECATED);

    private final FakeMachine machine;
    private final FakeInterfaces interfaces;

    FakeAddressing(FakeMachine machine, FakeInterfaces interfaces) {
        this.machine = machine;
        this.interfaces = interfaces;
    }

    /** Duplicate address detection takes no time, as nothing does, but is told in two steps. */
    void add(InterfaceAddress address) {
        InterfaceAddress added = told(address);
        IpAddress ip = address.prefix().address();
        if (ip.family() == IpAddress.Family.IPV4 || address.is(AddressFlag.NO_DAD)) {
            interfaces.addressAdded(added);
            return;
        }
        interfaces.addressAdded(with(added, AddressFlag.TENTATIVE));
        String linkName = linkName(address);
        boolean taken = machine.lan().others(machine, linkName).anyMatch(other -> other.owns(ip));
        interfaces.addressAdded(
                taken ? with(added, AddressFlag.TENTATIVE, AddressFlag.DAD_FAILED) : added);
    }

    /** Whether an address is there and may be used. */
    boolean owns(IpAddress address) {
        return interfaces.links().stream()
                .flatMap(link -> interfaces.addresses(link.index()).stream())
                .anyMatch(own -> own.prefix().address().equals(address) && own.usable());
    }

    private static InterfaceAddress with(InterfaceAddress address, AddressFlag... more) {
        Set<AddressFlag> flags = new HashSet<>(address.flags());
        flags.addAll(List.of(more));
        return address.withFlags(flags);
    }

    /**
     * The address with what the kernel adds to it: the interface's name as label, whether another
     * of the same network came first, and whether it is no source any more.
     */
    private InterfaceAddress told(InterfaceAddress address) {
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
        return new InterfaceAddress(
                address.linkIndex(),
                address.prefix(),
                address.peer(),
                address.scope(),
                address.broadcast(),
                Optional.of(address.label().orElse(linkName(address))),
                address.preferredSeconds(),
                flags,
                address.protocol());
    }

    private String linkName(InterfaceAddress address) {
        return interfaces.find(address.linkIndex()).orElseThrow().name().name();
    }

    private static boolean sameNetwork(IpPrefix a, IpPrefix b) {
        if (a.length() != b.length() || b.address().family() != IpAddress.Family.IPV4) {
            return false;
        }
        long mask = a.length() == 0 ? 0 : -1L << (Integer.SIZE - a.length());
        return (a.address().low() & mask) == (b.address().low() & mask);
    }
}

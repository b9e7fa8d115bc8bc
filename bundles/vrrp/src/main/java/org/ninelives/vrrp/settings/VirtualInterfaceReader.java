package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.VirtualLinkKind;
import org.ninelives.api.system.VirtualLinkRequest;
import org.ninelives.config.grammar.Keyword;

/** Reads which interfaces of its own an instance asks for. */
final class VirtualInterfaceReader {

    /** {@code vrrp.51}, and {@code vrrp1.51} to {@code vrrp9.51} where that is taken. */
    private static final int NUMBERED_NAMES = 9;

    /** What keepalived tries first for the second family of a VRID. */
    private static final int NUMBER_OF_IPV6 = 6;

    private final InstanceScope scope;
    private final InstanceKey key;
    private final boolean unicast;

    private VirtualInterfaceReader(InstanceScope scope, InstanceKey key, boolean unicast) {
        this.scope = scope;
        this.key = key;
        this.unicast = unicast;
    }

    static VirtualInterfaces read(
            InstanceScope scope, InstanceKey key, boolean unicast, List<VirtualAddress> addresses) {
        VirtualInterfaceReader reader = new VirtualInterfaceReader(scope, key, unicast);
        return new VirtualInterfaces(reader.own(), reader.forAddresses(addresses));
    }

    /** The interface an instance is on: its own word, or the one below its virtual interface. */
    static Optional<InterfaceName> interfaceBelow(InstanceScope scope) {
        return scope.get(InstanceGrammar.INTERFACE)
                .or(
                        () ->
                                scope.get(VirtualInterfaceGrammar.USE_VMAC)
                                        .flatMap(words -> only(words.interfaces())))
                .or(
                        () ->
                                scope.get(VirtualInterfaceGrammar.USE_IPVLAN)
                                        .flatMap(words -> only(words.interfaces())));
    }

    /** Where there is no interface, the last word names the one below. */
    private static Optional<InterfaceName> only(List<InterfaceName> words) {
        return words.isEmpty() ? Optional.empty() : Optional.of(words.getLast());
    }

    private Optional<VirtualInterface> own() {
        Optional<VmacWords> vmac = scope.get(VirtualInterfaceGrammar.USE_VMAC);
        Optional<IpvlanWords> ipvlan = scope.get(VirtualInterfaceGrammar.USE_IPVLAN);
        if (vmac.isEmpty() && ipvlan.isEmpty()) {
            if (scope.get(VirtualInterfaceGrammar.VMAC_XMIT_BASE)) {
                scope.warn(
                        VirtualInterfaceGrammar.VMAC_XMIT_BASE,
                        "has no effect without use_vmac or use_ipvlan");
            }
            return Optional.empty();
        }
        Keyword<?> asking =
                vmac.isPresent()
                        ? VirtualInterfaceGrammar.USE_VMAC
                        : VirtualInterfaceGrammar.USE_IPVLAN;
        if (key.interfaceName().isEmpty()) {
            scope.warn(asking, "has no effect without an interface to put it on");
            return Optional.empty();
        }
        if (vmac.isPresent() && ipvlan.isPresent()) {
            scope.warn(VirtualInterfaceGrammar.USE_IPVLAN, "has no effect beside use_vmac");
        }
        return Optional.of(vmac.map(this::macvlan).orElseGet(() -> ipvlan(ipvlan.orElseThrow())));
    }

    private VirtualInterface macvlan(VmacWords words) {
        return new VirtualInterface(
                request(words.interfaces(), new VirtualLinkKind.Macvlan(mac(words)), words.group()),
                transmitOnBase(),
                Optional.empty());
    }

    private MacAddress mac(VmacWords words) {
        MacAddress usual = VirtualInterface.virtualMac(key.family(), key.virtualRouterId());
        Optional<MacAddress> written = words.mac().map(mac -> mac.of(key.virtualRouterId()));
        if (scope.isStrict() && written.filter(mac -> !mac.equals(usual)).isPresent()) {
            scope.warn(
                    VirtualInterfaceGrammar.USE_VMAC,
                    "MAC address " + written.get() + " becomes " + usual + " in strict mode");
            return usual;
        }
        return written.orElse(usual);
    }

    private VirtualInterface ipvlan(IpvlanWords words) {
        Optional<IpPrefix> address = words.address();
        if (address.filter(prefix -> prefix.address().family() != key.family()).isPresent()) {
            scope.warn(
                    VirtualInterfaceGrammar.USE_IPVLAN,
                    address.get() + " is not of the family of the instance; ignored");
            address = Optional.empty();
        }
        if (address.isEmpty() && key.family() == IpAddress.Family.IPV4 && !sourceIsGiven()) {
            scope.warn(
                    VirtualInterfaceGrammar.USE_IPVLAN,
                    "an ipvlan needs an address of its own to send adverts from");
        }
        return new VirtualInterface(
                request(
                        words.interfaces(),
                        new VirtualLinkKind.Ipvlan(words.flag()),
                        words.group()),
                transmitOnBase(),
                address);
    }

    private boolean sourceIsGiven() {
        return scope.isSet(TransportGrammar.MCAST_SRC_IP)
                || scope.isSet(TransportGrammar.UNICAST_SRC_IP)
                || scope.get(VirtualInterfaceGrammar.VMAC_XMIT_BASE);
    }

    private boolean transmitOnBase() {
        boolean written = scope.get(VirtualInterfaceGrammar.VMAC_XMIT_BASE);
        if (unicast) {
            if (!written) {
                scope.note(
                        scope.isSet(VirtualInterfaceGrammar.USE_VMAC)
                                ? VirtualInterfaceGrammar.USE_VMAC
                                : VirtualInterfaceGrammar.USE_IPVLAN,
                        "unicast adverts leave by the interface below, as with vmac_xmit_base");
            }
            return true;
        }
        if (written && scope.isStrict()) {
            scope.warn(VirtualInterfaceGrammar.VMAC_XMIT_BASE, "is off in strict mode");
            return false;
        }
        return written;
    }

    private VirtualLinkRequest request(
            List<InterfaceName> words, VirtualLinkKind kind, OptionalInt group) {
        InterfaceName below = key.interfaceName().orElseThrow();
        boolean named = scope.isSet(InstanceGrammar.INTERFACE);
        List<InterfaceName> names = new ArrayList<>();
        if (words.size() > (named ? 0 : 1)) {
            names.add(words.getFirst());
        }
        names.addAll(names(scope.getGlobal(GlobalGrammar.VMAC_PREFIX)));
        return new VirtualLinkRequest(
                names,
                words.size() > 1 ? words.getLast() : below,
                kind,
                key.family() == IpAddress.Family.IPV6,
                group);
    }

    private Map<InterfaceName, VirtualLinkRequest> forAddresses(List<VirtualAddress> addresses) {
        Map<InterfaceName, VirtualLinkRequest> requests = new LinkedHashMap<>();
        for (VirtualAddress address : addresses) {
            Optional<InterfaceName> below = address.device().or(key::interfaceName);
            if (address.options().onVirtualInterface() && below.isPresent()) {
                requests.merge(
                        below.get(),
                        forAddress(below.get(), address),
                        VirtualInterfaceReader::both);
            }
        }
        return requests;
    }

    private VirtualLinkRequest forAddress(InterfaceName below, VirtualAddress address) {
        return new VirtualLinkRequest(
                names(scope.getGlobal(GlobalGrammar.VMAC_ADDR_PREFIX)),
                below,
                new VirtualLinkKind.Macvlan(
                        VirtualInterface.virtualMac(key.family(), key.virtualRouterId())),
                address.address().family() == IpAddress.Family.IPV6,
                OptionalInt.empty());
    }

    /** One interface carries IPv6 if one of its addresses needs it. */
    private static VirtualLinkRequest both(VirtualLinkRequest one, VirtualLinkRequest other) {
        return one.ipv6() ? one : other;
    }

    /** The names to try, as keepalived tries them. */
    private List<InterfaceName> names(String prefix) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= NUMBERED_NAMES; number++) {
            numbers.add(number);
        }
        if (key.family() == IpAddress.Family.IPV6) {
            numbers.remove(Integer.valueOf(NUMBER_OF_IPV6));
            numbers.addFirst(NUMBER_OF_IPV6);
        }
        List<InterfaceName> names = new ArrayList<>();
        names.add(new InterfaceName(prefix + "." + key.virtualRouterId()));
        numbers.forEach(
                number ->
                        names.add(
                                new InterfaceName(prefix + number + "." + key.virtualRouterId())));
        return names;
    }
}

package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.vrrp.wire.AdvertFormat;
import org.ninelives.vrrp.wire.UnicastPeer;

/**
 * The addresses of one instance.
 *
 * @param family of the advertised ones
 * @param advertised told in adverts
 * @param excluded owned only
 */
record VirtualAddresses(
        IpAddress.Family family, List<VirtualAddress> advertised, List<VirtualAddress> excluded) {

    VirtualAddresses {
        advertised = List.copyOf(advertised);
        excluded = List.copyOf(excluded);
    }

    /**
     * Reads them. The family is that of the first address; without any, that of where adverts come
     * from or go to. Addresses of the other family, and those beyond the 255th, are only owned.
     */
    static VirtualAddresses read(InstanceScope scope) {
        List<VirtualAddress> written = addresses(scope, MasterGrammar.VIRTUAL_IPADDRESS);
        List<VirtualAddress> excluded =
                new ArrayList<>(addresses(scope, MasterGrammar.VIRTUAL_IPADDRESS_EXCLUDED));
        IpAddress.Family family =
                written.stream()
                        .map(address -> address.address().family())
                        .findFirst()
                        .orElseGet(() -> familyOfAdverts(scope));
        List<VirtualAddress> advertised = new ArrayList<>();
        for (VirtualAddress address : written) {
            Optional<String> obstacle = obstacle(address, family, advertised.size());
            if (obstacle.isEmpty()) {
                advertised.add(address);
            } else {
                scope.warn(
                        MasterGrammar.VIRTUAL_IPADDRESS,
                        address.address() + obstacle.get() + "; it is owned and not advertised");
                excluded.add(address);
            }
        }
        return new VirtualAddresses(family, advertised, excluded);
    }

    private static Optional<String> obstacle(
            VirtualAddress address, IpAddress.Family family, int before) {
        if (address.address().family() != family) {
            return Optional.of(" is of the other family");
        }
        return before == AdvertFormat.ADDRESSES_MAX
                ? Optional.of(" no longer fits into the advert")
                : Optional.empty();
    }

    private static IpAddress.Family familyOfAdverts(InstanceScope scope) {
        return scope.get(TransportGrammar.UNICAST_SRC_IP)
                .or(() -> scope.get(TransportGrammar.MCAST_SRC_IP))
                .or(
                        () ->
                                scope.get(TransportGrammar.UNICAST_PEER).stream()
                                        .map(Located::value)
                                        .map(UnicastPeer::address)
                                        .findFirst())
                .map(IpAddress::family)
                .orElse(IpAddress.Family.IPV4);
    }

    /** The entries of a list; an address written twice counts once. */
    private static List<VirtualAddress> addresses(
            InstanceScope scope, Keyword<List<Located<AddressLine>>> keyword) {
        Map<IpAddress, VirtualAddress> unique = new LinkedHashMap<>();
        for (Located<AddressLine> line : scope.get(keyword)) {
            VirtualAddress address = onItsInterface(scope, line.value().address());
            if (unique.putIfAbsent(address.address(), address) != null) {
                scope.warn(keyword, line, address.address() + " is written twice; once is used");
            }
        }
        return List.copyOf(unique.values());
    }

    /**
     * Fills in the interface where the instance has none to offer, and the virtual one where all
     * addresses on other interfaces are to have such.
     */
    private static VirtualAddress onItsInterface(InstanceScope scope, VirtualAddress address) {
        Optional<InterfaceName> own = scope.get(InstanceGrammar.INTERFACE);
        VirtualAddress placed =
                own.isPresent() || address.device().isPresent()
                        ? address
                        : scope.getGlobal(GlobalGrammar.DEFAULT_INTERFACE)
                                .map(address::on)
                                .orElse(address);
        boolean elsewhere = placed.device().isPresent() && !placed.device().equals(own);
        return elsewhere && scope.get(VirtualInterfaceGrammar.USE_VMAC_ADDR)
                ? placed.onVirtualInterface()
                : placed;
    }

    /** All of them, advertised ones first. */
    List<VirtualAddress> all() {
        List<VirtualAddress> all = new ArrayList<>(advertised);
        all.addAll(excluded);
        return List.copyOf(all);
    }

    /** Complains about addresses that are missing, or in an order that RFC 9568 does not allow. */
    void check(InstanceScope scope, int version) {
        if (advertised.isEmpty()) {
            checkNone(scope, version);
            return;
        }
        IpAddress first = advertised.getFirst().address();
        if (family == IpAddress.Family.IPV4 || first.isLinkLocal()) {
            return;
        }
        String message =
                "the first IPv6 address should be link-local (fe80::/10), and " + first + " is not";
        if (scope.isStrict()) {
            scope.cannotRun(MasterGrammar.VIRTUAL_IPADDRESS, message + "; strict mode insists");
        } else if (!scope.isSet(TransportGrammar.UNICAST_PEER)) {
            scope.note(MasterGrammar.VIRTUAL_IPADDRESS, message);
        }
    }

    private static void checkNone(InstanceScope scope, int version) {
        if (scope.get(MasterGrammar.NO_VIRTUAL_IPADDRESS)) {
            return;
        }
        if (version == 3 || scope.isStrict()) {
            scope.cannotRun(
                    MasterGrammar.VIRTUAL_IPADDRESS,
                    (version == 3 ? "version 3" : "strict mode")
                            + " needs an address; write no_virtual_ipaddress where none is"
                            + " wanted");
        } else {
            scope.warn(MasterGrammar.VIRTUAL_IPADDRESS, scope.name() + " has no address");
        }
    }
}

package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.NextHop;
import org.ninelives.api.system.Realms;
import org.ninelives.api.system.RouteEncap;
import org.ninelives.config.grammar.InvalidArgumentException;

/** Where one route goes next, collected word by word. */
final class RouteEntryHops {

    private static final long WEIGHT_MAX = 256;

    private final RoutingWords words;
    private final List<IpAddress> gateways = new ArrayList<>();
    private final List<NextHop> several = new ArrayList<>();
    private Optional<InterfaceName> device = Optional.empty();
    private boolean onlink;
    private Optional<RouteEncap> encap = Optional.empty();

    /** Gateways whose family was not written, which have to be of the route's. */
    private final List<IpAddress> likeTheRoute = new ArrayList<>();

    RouteEntryHops(RoutingWords words) {
        this.words = words;
    }

    /** Takes what follows, if the word is about the next hop. */
    boolean take(String word) throws InvalidArgumentException {
        switch (word) {
            case "via", "gw" -> {
                if (word.equals("gw")) {
                    words.remark("gw is obsolete; write via");
                }
                gateways.add(gateway(word));
            }
            case "or" -> {
                words.remark("or is obsolete; write nexthop via ... nexthop via ...");
                gateways.add(gateway(word));
            }
            case "dev", "oif" -> device = Optional.of(words.interfaceName(word));
            case "onlink" -> onlink = true;
            case "encap" -> encap = Optional.of(RouteEntryEncap.parse(words));
            case "nexthop" -> takeSeveral();
            default -> {
                return false;
            }
        }
        return true;
    }

    private IpAddress gateway(String keyword) throws InvalidArgumentException {
        if (words.takeIf("inet")) {
            return words.address(keyword + " inet", IpAddress.Family.IPV4);
        }
        if (words.takeIf("inet6")) {
            return words.address(keyword + " inet6", IpAddress.Family.IPV6);
        }
        IpAddress gateway = words.address(keyword);
        likeTheRoute.add(gateway);
        return gateway;
    }

    /** Reads to the end of the next hops; they are the last words of a route. */
    private void takeSeveral() throws InvalidArgumentException {
        do {
            several.add(oneOfSeveral());
        } while (words.takeIf("nexthop"));
    }

    private NextHop oneOfSeveral() throws InvalidArgumentException {
        Optional<IpAddress> gateway = Optional.empty();
        Optional<InterfaceName> dev = Optional.empty();
        Optional<RouteEncap> hopEncap = Optional.empty();
        Realms realms = Realms.NONE;
        boolean hopOnlink = false;
        int weight = 1;
        while (true) {
            if (words.takeIf("via")) {
                gateway = Optional.of(gateway("via"));
            } else if (words.takeIf("dev")) {
                dev = Optional.of(words.interfaceName("dev"));
            } else if (words.takeIf("weight")) {
                weight = (int) words.number("weight", 1, WEIGHT_MAX);
            } else if (words.takeIf("onlink")) {
                hopOnlink = true;
            } else if (words.takeIf("encap")) {
                hopEncap = Optional.of(RouteEntryEncap.parse(words));
            } else if (words.takeIf("realms")) {
                realms = words.realms();
            } else {
                return new NextHop(gateway, dev, weight, hopOnlink, hopEncap, realms);
            }
        }
    }

    /** The family that gateways tell, if their own is not written. */
    Optional<IpAddress.Family> family() {
        return likeTheRoute.stream().map(IpAddress::family).findFirst();
    }

    /** Refuses gateways that are of another family without saying so. */
    void check(IpAddress.Family family) throws InvalidArgumentException {
        for (IpAddress gateway : likeTheRoute) {
            if (gateway.family() != family) {
                throw new InvalidArgumentException(
                        "via "
                                + gateway
                                + " is not "
                                + family.label()
                                + " as the route is; write its family before it if that is meant");
            }
        }
    }

    /** What was collected, in its order. */
    List<NextHop> hops() throws InvalidArgumentException {
        boolean single = !gateways.isEmpty() || device.isPresent() || onlink || encap.isPresent();
        if (!several.isEmpty()) {
            if (single) {
                throw new InvalidArgumentException(
                        "nexthop excludes via, dev, onlink and encap before it");
            }
            return several;
        }
        if (!single) {
            return List.of();
        }
        if (gateways.isEmpty()) {
            return List.of(hop(Optional.empty()));
        }
        return gateways.stream().map(gateway -> hop(Optional.of(gateway))).toList();
    }

    private NextHop hop(Optional<IpAddress> gateway) {
        return new NextHop(gateway, device, 1, onlink, encap, Realms.NONE);
    }
}

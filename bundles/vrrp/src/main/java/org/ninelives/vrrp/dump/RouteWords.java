package org.ninelives.vrrp.dump;

import java.util.Locale;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.NextHop;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteTable;
import org.ninelives.api.system.RouteType;
import org.ninelives.api.system.Rule;
import org.ninelives.vrrp.settings.VirtualRoute;
import org.ninelives.vrrp.settings.VirtualRule;

/** Virtual routes and rules, in words. */
final class RouteWords {

    private RouteWords() {}

    /** {@code prepend 10.99.0.0/16 via inet 10.0.0.1 dev eth0 proto 18 metric 5}. */
    static String of(VirtualRoute virtual) {
        Route route = virtual.route();
        StringBuilder text = new StringBuilder(route.mode().name().toLowerCase(Locale.ROOT));
        if (route.type() != RouteType.UNICAST) {
            text.append(' ').append(route.type().word());
        }
        text.append(' ').append(AddressWords.shortest(route.destination()));
        route.from().ifPresent(from -> text.append(" from ").append(from));
        String before = route.nextHops().size() > 1 ? " nexthop" : "";
        for (NextHop hop : route.nextHops()) {
            text.append(before).append(of(hop));
        }
        switch (route.table()) {
            case RouteTable.Numbered numbered -> {
                if (!numbered.equals(RouteTable.MAIN)) {
                    text.append(" table ").append(numbered.number());
                }
            }
            case RouteTable.OfVrf of -> text.append(" vrf ").append(of.vrf());
        }
        text.append(" proto ").append(route.protocol());
        if (route.scope() != 0) {
            text.append(" scope ").append(Numbers.scope(route.scope()));
        }
        route.metric().ifPresent(metric -> text.append(" metric ").append(metric));
        route.preferredSource().ifPresent(source -> text.append(" src ").append(source));
        return text.append(virtual.noTrack() ? " no_track" : "").toString();
    }

    private static String of(NextHop hop) {
        StringBuilder text = new StringBuilder();
        hop.gateway()
                .ifPresent(to -> text.append(" via ").append(family(to)).append(' ').append(to));
        hop.device().ifPresent(device -> text.append(" dev ").append(device));
        if (hop.weight() > 1) {
            text.append(" weight ").append(hop.weight());
        }
        return text.toString();
    }

    private static String family(IpAddress address) {
        return address.family() == IpAddress.Family.IPV4 ? "inet" : "inet6";
    }

    /** {@code from 10.0.0.0/24 priority 100 tos 0x0 protocol 18 lookup 100}. */
    static String of(VirtualRule virtual) {
        Rule rule = virtual.rule();
        StringBuilder text = new StringBuilder(rule.inverted() ? "not " : "");
        text.append("from ").append(rule.from().map(IpPrefix::toString).orElse("all"));
        rule.to().ifPresent(to -> text.append(" to ").append(to));
        text.append(" priority ").append(rule.preference());
        rule.mark().ifPresent(mark -> text.append(" fwmark 0x%x".formatted(mark.value())));
        rule.inputDevice().ifPresent(name -> text.append(" iif ").append(name));
        rule.outputDevice().ifPresent(name -> text.append(" oif ").append(name));
        text.append(" tos 0x%x".formatted(rule.tos()));
        text.append(" protocol ").append(rule.protocol());
        text.append(' ').append(rule.action().words());
        return text.append(virtual.noTrack() ? " no_track" : "").toString();
    }
}

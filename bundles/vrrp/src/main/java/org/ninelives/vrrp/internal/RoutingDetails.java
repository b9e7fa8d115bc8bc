package org.ninelives.vrrp.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ninelives.api.management.EncapDetails;
import org.ninelives.api.management.NextHopDetails;
import org.ninelives.api.management.RouteDetails;
import org.ninelives.api.management.RuleDetails;
import org.ninelives.api.management.VrrpRoutingDetails;
import org.ninelives.api.system.FirewallMark;
import org.ninelives.api.system.NextHop;
import org.ninelives.api.system.PortRange;
import org.ninelives.api.system.Realms;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteEncap;
import org.ninelives.api.system.RouteMetrics;
import org.ninelives.api.system.RouteTable;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleAction;
import org.ninelives.api.system.UserRange;
import org.ninelives.vrrp.settings.Families;
import org.ninelives.vrrp.settings.Routing;
import org.ninelives.vrrp.settings.StaticEntry;
import org.ninelives.vrrp.settings.StaticSettings;
import org.ninelives.vrrp.settings.VirtualRoute;
import org.ninelives.vrrp.settings.VirtualRule;

/** What a configuration says of routes and policy rules, for beans. */
final class RoutingDetails {

    private RoutingDetails() {}

    static VrrpRoutingDetails of(Routing routing) {
        return of(
                routing.routes().stream().map(VirtualRoute::route).toList(),
                routing.rules().stream().map(VirtualRule::rule).toList());
    }

    static VrrpRoutingDetails of(StaticSettings statics) {
        return of(
                statics.routes().stream().map(StaticEntry::entry).map(VirtualRoute::route).toList(),
                statics.rules().stream().map(StaticEntry::entry).map(VirtualRule::rule).toList());
    }

    private static VrrpRoutingDetails of(List<Route> routes, List<Rule> rules) {
        return new VrrpRoutingDetails(
                routes.stream().map(RoutingDetails::of).toList(),
                rules.stream().map(RoutingDetails::of).toList());
    }

    private static RouteDetails of(Route route) {
        RouteMetrics metrics = route.metrics();
        Map<String, Long> numbers = new TreeMap<>();
        metrics.numbers().forEach((metric, value) -> numbers.put(word(metric), value.number()));
        return new RouteDetails(
                route.type().word(),
                route.destination().toString(),
                text(route.from()),
                route.tos(),
                switch (route.table()) {
                    case RouteTable.Numbered numbered -> numbered.number();
                    case RouteTable.OfVrf vrf -> 0;
                },
                route.protocol(),
                route.scope(),
                route.metric().orElse(-1),
                text(route.preferredSource()),
                route.nextHops().stream().map(RoutingDetails::of).toList(),
                route.realms().destination(),
                route.realms().source(),
                numbers,
                metrics.numbers().entrySet().stream()
                        .filter(each -> each.getValue().locked())
                        .map(each -> word(each.getKey()))
                        .toList(),
                metrics.congestionControl().orElse(""),
                route.expiresSeconds().orElse(-1),
                text(route.preference()));
    }

    private static NextHopDetails of(NextHop hop) {
        return new NextHopDetails(
                text(hop.gateway()),
                text(hop.device()),
                hop.weight(),
                hop.onlink(),
                hop.realms().destination(),
                hop.realms().source(),
                hop.encap().map(RoutingDetails::of).orElse(EncapDetails.NONE));
    }

    private static EncapDetails of(RouteEncap encap) {
        return switch (encap) {
            case RouteEncap.Mpls mpls ->
                    new EncapDetails("mpls", mpls.labels(), 0, "", "", 0, 0, 0, 0);
            case RouteEncap.Ip ip ->
                    new EncapDetails(
                            "ip",
                            List.of(),
                            ip.id(),
                            text(ip.destination()),
                            text(ip.source()),
                            ip.tos(),
                            ip.ttl(),
                            ip.flags(),
                            0);
            case RouteEncap.Ip6 ip ->
                    new EncapDetails(
                            "ip6",
                            List.of(),
                            ip.id(),
                            text(ip.destination()),
                            text(ip.source()),
                            ip.trafficClass(),
                            ip.hopLimit(),
                            ip.flags(),
                            0);
            case RouteEncap.Ila ila ->
                    new EncapDetails("ila", List.of(), 0, "", "", 0, 0, 0, ila.locator());
        };
    }

    private static RuleDetails of(Rule rule) {
        Optional<RuleAction.Lookup> lookup =
                Optional.of(rule.action())
                        .filter(RuleAction.Lookup.class::isInstance)
                        .map(RuleAction.Lookup.class::cast);
        RuleAction.Suppress suppress =
                lookup.map(RuleAction.Lookup::suppress).orElse(RuleAction.Suppress.NOTHING);
        Realms realms = lookup.map(RuleAction.Lookup::realms).orElse(Realms.NONE);
        return new RuleDetails(
                Families.name(rule.family()),
                rule.preference(),
                rule.inverted(),
                text(rule.from()),
                text(rule.to()),
                rule.tos(),
                rule.mark().map(FirewallMark::value).orElse(-1L),
                rule.mark().map(FirewallMark::mask).orElse(0L),
                text(rule.inputDevice()),
                text(rule.outputDevice()),
                rule.tunnelId().orElse(0),
                rule.users().map(UserRange::first).orElse(-1L),
                rule.users().map(UserRange::last).orElse(-1L),
                rule.ipProtocol().orElse(0),
                rule.sourcePorts().map(PortRange::first).orElse(0),
                rule.sourcePorts().map(PortRange::last).orElse(0),
                rule.destinationPorts().map(PortRange::first).orElse(0),
                rule.destinationPorts().map(PortRange::last).orElse(0),
                rule.action().words().split(" ", -1)[0],
                target(rule.action()),
                suppress.prefixLength().orElse(-1),
                suppress.interfaceGroup().orElse(-1),
                realms.destination(),
                realms.source(),
                rule.protocol());
    }

    private static long target(RuleAction action) {
        return switch (action) {
            case RuleAction.Lookup lookup -> lookup.table().orElse(0);
            case RuleAction.Goto goTo -> goTo.target();
            default -> 0;
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Optional<?> thing) {
        return thing.map(Object::toString).orElse("");
    }
}

package org.ninelives.testkit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;
import org.ninelives.api.system.NextHop;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteMode;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.SystemException;

/**
 * The routes and rules of a fake machine. What is added or removed here is added or removed by
 * another program; loops hear of it when the machine settles.
 */
public final class FakeRouting {

    private final FakeInterfaces interfaces;
    private final FakeTable<Route> routes = new FakeTable<>();
    private final FakeTable<Rule> rules = new FakeTable<>();

    FakeRouting(FakeInterfaces interfaces) {
        this.interfaces = interfaces;
        interfaces.tellAll(new Dropping());
    }

    /** The routes that were added, in the order of adding. */
    public List<Route> routes() {
        return routes.entries();
    }

    /** The rules that were added, in the order of adding. */
    public List<Rule> rules() {
        return rules.entries();
    }

    public void add(Route route) {
        routes.add(route);
    }

    public void add(Rule rule) {
        rules.add(rule);
    }

    public void remove(Route route) {
        routes.lose(route);
    }

    public void remove(Rule rule) {
        rules.lose(rule);
    }

    FakeTable<Route> routeTable() {
        return routes;
    }

    FakeTable<Rule> ruleTable() {
        return rules;
    }

    /** The interface that a route names and the machine lacks. */
    Optional<String> missingDevice(Route route) {
        return route.nextHops().stream()
                .flatMap(hop -> hop.device().stream())
                .filter(name -> interfaces.find(name).isEmpty())
                .map(InterfaceName::name)
                .findFirst();
    }

    /** Why a route that is to be alone cannot be. */
    Optional<SystemException> conflict(Route route) {
        boolean taken =
                route.mode() == RouteMode.ADD
                        && !routes.has(route)
                        && routes.entries().stream().anyMatch(other -> sameKey(route, other));
        return taken
                ? Optional.of(new SystemException("RTM_NEWROUTE " + route, "EEXIST", ""))
                : Optional.empty();
    }

    private static boolean sameKey(Route a, Route b) {
        return a.destination().equals(b.destination())
                && a.table().equals(b.table())
                && a.metric().equals(b.metric())
                && a.tos() == b.tos();
    }

    /** Drops routes with the interface or address they need, as the kernel does. */
    private final class Dropping implements LinkListener {

        @Override
        public void linkChanged(Link link) {
            if (!link.up()) {
                dropRoutes(route -> leavesBy(route, link));
            }
        }

        @Override
        public void linkRemoved(Link link) {
            dropRoutes(route -> leavesBy(route, link));
        }

        @Override
        public void addressAdded(InterfaceAddress address) {
            // A new address leaves all routes as they are.
        }

        @Override
        public void addressRemoved(InterfaceAddress address) {
            IpAddress gone = address.prefix().address();
            dropRoutes(route -> route.preferredSource().filter(gone::equals).isPresent());
        }
    }

    private static boolean leavesBy(Route route, Link link) {
        return route.nextHops().stream()
                .map(NextHop::device)
                .anyMatch(device -> device.filter(link.name()::equals).isPresent());
    }

    private void dropRoutes(Predicate<Route> which) {
        routes.entries().stream().filter(which).forEach(routes::lose);
    }
}

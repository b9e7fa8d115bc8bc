package org.ninelives.linux.rtnetlink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.RouteFailure;
import org.ninelives.api.system.RouteListener;
import org.ninelives.api.system.Routes;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.NetlinkOutcome;
import org.ninelives.linux.netlink.NetlinkWriter;
import org.ninelives.linux.packet.Outbox;
import org.ninelives.linux.poll.Poller;
import org.ninelives.linux.safeguard.Safeguard;
import org.ninelives.linux.safeguard.Undo;

/** Changes routes by RTM_NEWROUTE and RTM_DELROUTE, many in one system call. */
public final class LinuxRoutes implements Routes, AutoCloseable {

    /** Routes, and what the kernel drops routes with. */
    private static final int GROUPS =
            RouteNumbers.RTMGRP_IPV4_ROUTE
                    | RouteNumbers.RTMGRP_IPV6_ROUTE
                    | Rtnetlink.RTMGRP_LINK
                    | Rtnetlink.RTMGRP_IPV4_IFADDR;

    private final Outbox outbox;
    private final Requests requests;
    private final LossWatch<IpPrefix, Route> watch;
    private final Safeguard safeguard;
    private final NetlinkWriter undo =
            new NetlinkWriter(ByteBuffer.allocate(Requests.ORDER_BYTES_MAX));

    /** A change whose names have become numbers. */
    private record Resolved(int index, RouteChange change, ResolvedRoute route) {}

    /** What a list of routes is asked for by. */
    private record Maker(IpAddress.Family family, int protocol) {

        /** IPv6 tells a route with those of others it has joined, whose protocol comes first. */
        static Maker of(Route route) {
            return route.family() == IpAddress.Family.IPV4
                    ? new Maker(IpAddress.Family.IPV4, route.protocol())
                    : new Maker(IpAddress.Family.IPV6, RouteNumbers.RTPROT_UNSPEC);
        }
    }

    /**
     * Opens the socket.
     *
     * @param outbox packets in it leave before a route changes
     * @param safeguard told of every route that is there because of us
     */
    public LinuxRoutes(Poller poller, Outbox outbox, Safeguard safeguard) throws SystemException {
        this.outbox = outbox;
        this.safeguard = safeguard;
        requests = new Requests();
        try {
            watch =
                    new LossWatch<>(
                            new RouteEvents(this),
                            Route::destination,
                            poller,
                            GROUPS,
                            requests.portId());
        } catch (SystemException e) {
            requests.close();
            throw e;
        }
    }

    /** Sets how much of events the kernel keeps; the usual size when empty. */
    public void setEventBuffer(OptionalInt bytes, boolean forced) throws SystemException {
        watch.setEventBuffer(bytes, forced);
    }

    @Override
    public List<RouteFailure> apply(List<RouteChange> changes) {
        outbox.flush();
        Map<Integer, RouteFailure> failures = new TreeMap<>();
        List<Resolved> resolved = resolve(changes, failures);
        resolved.forEach(this::hold);
        safeguard.flush();
        Map<Integer, NetlinkOutcome> refusals =
                requests.order(
                        resolved.size(),
                        (writer, order, flags, sequence) ->
                                write(writer, resolved.get(order), flags, sequence));
        Set<Route> there = presentOf(refusedForBeingThere(resolved, refusals));
        refusals.forEach(
                (order, refusal) -> {
                    RouteChange change = resolved.get(order).change();
                    if (!isDone(change, refusal.errno(), there)) {
                        SystemException cause = cause(change, refusal);
                        failures.put(resolved.get(order).index(), new RouteFailure(change, cause));
                    }
                });
        for (int i = 0; i < changes.size(); i++) {
            watchAfter(changes.get(i), failures.containsKey(i));
        }
        return List.copyOf(failures.values());
    }

    /** Lets the safeguard know of a route before it is there. */
    private void hold(Resolved resolved) {
        if (resolved.change() instanceof RouteChange.Add add) {
            RouteWriter.writeRemove(undo.clear(), resolved.route(), 0, 0);
            safeguard.put(add.route(), Undo.route(undo));
        }
    }

    private void watchAfter(RouteChange change, boolean failed) {
        switch (change) {
            case RouteChange.Add add -> {
                if (failed) {
                    safeguard.drop(add.route());
                } else {
                    watch.added(add.route());
                }
            }
            case RouteChange.Remove remove -> {
                // Also when the removal failed: the route is not wanted.
                watch.removed(remove.route());
                if (!failed) {
                    safeguard.drop(remove.route());
                }
            }
        }
    }

    private List<Resolved> resolve(List<RouteChange> changes, Map<Integer, RouteFailure> failures) {
        NameLookup names = new NameLookup(requests);
        List<Resolved> resolved = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            RouteChange change = changes.get(i);
            try {
                resolved.add(
                        new Resolved(i, change, names.resolve(change.route(), describe(change))));
            } catch (SystemException e) {
                boolean gone = change instanceof RouteChange.Remove && isMissing(e);
                if (!gone) {
                    failures.put(i, new RouteFailure(change, e));
                }
            }
        }
        return resolved;
    }

    private static void write(NetlinkWriter writer, Resolved resolved, int flags, int sequence) {
        switch (resolved.change()) {
            case RouteChange.Add add ->
                    RouteWriter.writeAdd(writer, resolved.route(), flags, sequence);
            case RouteChange.Remove remove ->
                    RouteWriter.writeRemove(writer, resolved.route(), flags, sequence);
        }
    }

    /** Routes that met another, which may be the same. */
    private static List<Route> refusedForBeingThere(
            List<Resolved> resolved, Map<Integer, NetlinkOutcome> refusals) {
        return refusals.entrySet().stream()
                .filter(refusal -> refusal.getValue().errno() == Errno.EEXIST)
                .map(refusal -> resolved.get(refusal.getKey()).change().route())
                .toList();
    }

    private Set<Route> presentOf(List<Route> routes) {
        try {
            return routes.isEmpty() ? Set.of() : new HashSet<>(present(routes));
        } catch (SystemException e) {
            return Set.of(); // The refusals themselves are told.
        }
    }

    /**
     * Whether the error says that all is as it was asked to be.
     *
     * @param there routes that are there though they were refused
     */
    private static boolean isDone(RouteChange change, int errno, Set<Route> there) {
        return switch (change) {
            case RouteChange.Add add -> errno == Errno.EEXIST && there.contains(add.route());
            case RouteChange.Remove remove -> errno == Errno.ESRCH || errno == Errno.ENODEV;
        };
    }

    private static boolean isMissing(SystemException e) {
        return e.errno().equals("ENODEV");
    }

    private static SystemException cause(RouteChange change, NetlinkOutcome refusal) {
        return new SystemException(
                describe(change), Errno.name(refusal.errno()), Hints.of(refusal));
    }

    private static String describe(RouteChange change) {
        return switch (change) {
            case RouteChange.Add add -> "RTM_NEWROUTE " + add.route();
            case RouteChange.Remove remove -> "RTM_DELROUTE " + remove.route();
        };
    }

    @Override
    public void watch(RouteListener listener) throws SystemException {
        watch.listen(listener::routeLost);
    }

    @Override
    public List<Route> present(List<Route> routes) throws SystemException {
        NameLookup names = new NameLookup(requests);
        Map<IpPrefix, List<ResolvedRoute>> wanted = new HashMap<>();
        Set<Maker> makers = new HashSet<>();
        for (Route route : routes) {
            try {
                ResolvedRoute resolved = names.resolve(route, "RTM_GETROUTE " + route);
                wanted.computeIfAbsent(route.destination(), d -> new ArrayList<>()).add(resolved);
                makers.add(Maker.of(route));
            } catch (SystemException e) {
                if (!isMissing(e)) {
                    throw e;
                }
            }
        }
        Set<Route> found = new HashSet<>();
        for (Maker maker : makers) {
            for (KernelRoute there : list(maker, wanted.keySet())) {
                wanted.get(there.destination()).stream()
                        .filter(there::is)
                        .map(ResolvedRoute::route)
                        .forEach(found::add);
            }
        }
        return routes.stream().filter(found::contains).toList();
    }

    /** The routes to some destinations that somebody made. */
    private List<KernelRoute> list(Maker maker, Set<IpPrefix> destinations) throws SystemException {
        List<KernelRoute> found = new ArrayList<>();
        requests.list(
                "RTM_GETROUTE",
                (writer, sequence) ->
                        RouteWriter.writeDump(writer, maker.family(), maker.protocol(), sequence),
                found::clear,
                message ->
                        KernelRoute.read(message)
                                .filter(route -> destinations.contains(route.destination()))
                                .ifPresent(found::add));
        return found;
    }

    @Override
    public void close() {
        watch.close();
        requests.close();
    }
}

package org.ninelives.linux.rtnetlink;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.Routes;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.netlink.Netlink;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;

/** Which events may mean that routes are gone. */
final class RouteEvents implements LossWatch.Kind<IpPrefix, Route> {

    /** Where struct ifinfomsg has its flags. */
    private static final int IFI_FLAGS = 8;

    private final Routes routes;

    RouteEvents(Routes routes) {
        this.routes = routes;
    }

    @Override
    public void suspect(NetlinkReader event, LossWatch.Suspicion<IpPrefix> suspicion)
            throws NetlinkFormatException {
        switch (event.type()) {
            case RouteNumbers.RTM_DELROUTE -> suspectDestination(event, suspicion);
            case RouteNumbers.RTM_NEWROUTE -> {
                // No removal is told of a route that another takes the place of.
                if ((event.flags() & Netlink.NLM_F_REPLACE) != 0) {
                    suspectDestination(event, suspicion);
                }
            }
            case Rtnetlink.RTM_NEWLINK -> {
                // IPv4 drops routes in silence with an interface that goes down, with the last
                // address of an interface, and before Linux 6.6 with their preferred source.
                event.attributes(Rtnetlink.IFINFOMSG);
                if ((event.body().getInt(IFI_FLAGS) & Rtnetlink.IFF_UP) == 0) {
                    suspicion.ofAll();
                }
            }
            case Rtnetlink.RTM_DELLINK, Rtnetlink.RTM_DELADDR -> suspicion.ofAll();
            default -> {} // Nothing goes with what is new.
        }
    }

    private static void suspectDestination(
            NetlinkReader event, LossWatch.Suspicion<IpPrefix> suspicion)
            throws NetlinkFormatException {
        Optional<KernelRoute> route = KernelRoute.read(event);
        route.map(KernelRoute::destination).ifPresent(suspicion::of);
    }

    @Override
    public List<Route> present(List<Route> entries) throws SystemException {
        return routes.present(entries);
    }
}

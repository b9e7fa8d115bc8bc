package org.ninelives.vrrp.engine;

import java.util.List;
import java.util.function.Function;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.Routes;

/** The routes of this machine. */
final class RouteStore implements Store<Route> {

    private final Routes routes;

    RouteStore(Routes routes) {
        this.routes = routes;
    }

    @Override
    public List<Refusal<Route>> put(List<Route> things) {
        return apply(things, RouteChange.Add::new);
    }

    @Override
    public List<Refusal<Route>> take(List<Route> things) {
        return apply(things, RouteChange.Remove::new);
    }

    private List<Refusal<Route>> apply(List<Route> things, Function<Route, RouteChange> change) {
        return routes.apply(things.stream().map(change).toList()).stream()
                .map(failure -> new Refusal<>(failure.change().route(), failure.cause()))
                .toList();
    }
}

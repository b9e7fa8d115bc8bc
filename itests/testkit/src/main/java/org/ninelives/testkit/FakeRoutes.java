package org.ninelives.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.RouteFailure;
import org.ninelives.api.system.RouteListener;
import org.ninelives.api.system.Routes;
import org.ninelives.api.system.SystemException;

/** Changes the routes of a fake machine as rtnetlink would. */
final class FakeRoutes implements Routes {

    private final FakeMachine machine;
    private final FakeTable<Route> table;
    private final FakeTable.View<Route> own;

    FakeRoutes(FakeMachine machine) {
        this.machine = machine;
        table = machine.routing().routeTable();
        own = table.newView();
    }

    @Override
    public List<RouteFailure> apply(List<RouteChange> changes) {
        machine.checkThread();
        List<RouteFailure> failures = new ArrayList<>();
        for (RouteChange change : changes) {
            refusal(change)
                    .ifPresentOrElse(
                            cause -> failures.add(new RouteFailure(change, cause)),
                            () -> perform(change));
        }
        return failures;
    }

    private Optional<SystemException> refusal(RouteChange change) {
        return switch (change) {
            case RouteChange.Add add ->
                    machine.routing()
                            .missingDevice(add.route())
                            .map(name -> noInterface(add, name))
                            .or(() -> machine.routing().conflict(add.route()))
                            .or(() -> machine.refusals().of(change));
            case RouteChange.Remove remove -> machine.refusals().of(change);
        };
    }

    private static SystemException noInterface(RouteChange.Add add, String name) {
        return new SystemException(
                "RTM_NEWROUTE " + add.route(), "ENODEV", "there is no interface " + name);
    }

    private void perform(RouteChange change) {
        switch (change) {
            case RouteChange.Add add -> {
                if (own.add(add.route())) {
                    machine.done(new Deed.RouteAdded(machine.nowNanos(), add.route()));
                }
            }
            case RouteChange.Remove remove -> {
                if (own.remove(remove.route())) {
                    machine.done(new Deed.RouteRemoved(machine.nowNanos(), remove.route()));
                }
            }
        }
    }

    @Override
    public void watch(RouteListener listener) {
        machine.checkThread();
        own.listen(listener::routeLost);
    }

    @Override
    public List<Route> present(List<Route> routes) {
        machine.checkThread();
        return routes.stream().filter(table::has).toList();
    }

    boolean hasNews() {
        return own.hasNews();
    }

    void tellNext() {
        own.tellNext();
    }

    void close() {
        table.forget(own);
    }
}

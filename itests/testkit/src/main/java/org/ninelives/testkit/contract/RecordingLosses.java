package org.ninelives.testkit.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteListener;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleListener;

/** Remembers the routes and rules told to be lost, in the order of telling. */
public final class RecordingLosses implements RouteListener, RuleListener {

    private final List<Route> routes = new CopyOnWriteArrayList<>();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    public List<Route> routes() {
        return routes;
    }

    public List<Rule> rules() {
        return rules;
    }

    @Override
    public void routeLost(Route route) {
        routes.add(route);
    }

    @Override
    public void ruleLost(Rule rule) {
        rules.add(rule);
    }
}

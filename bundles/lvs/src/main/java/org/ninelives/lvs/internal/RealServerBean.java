package org.ninelives.lvs.internal;

import java.util.List;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.RealServerDetails;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.ServerTraffic;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.api.override.Overrides;
import org.ninelives.lvs.engine.LvsService;

/**
 * One real server as a bean; there may be many thousands, so it holds nothing but names. Safe for
 * use by several threads.
 *
 * @param virtualServer as the log calls it
 * @param name as the log calls it
 */
record RealServerBean(String virtualServer, String name, LvsService service, Overrides overrides)
        implements RealServerMXBean {

    @Override
    public RealServerStatus getStatus() {
        return service.status(virtualServer, name);
    }

    @Override
    public String getState() {
        return getStatus().state();
    }

    @Override
    public int getEffectiveWeight() {
        return getStatus().effectiveWeight();
    }

    @Override
    public IpvsCounters getCounters() {
        return getTraffic().counters();
    }

    @Override
    public ServerTraffic getTraffic() {
        return service.view(virtualServer)
                .map(view -> view.trafficOf(name))
                .orElse(ServerTraffic.NONE);
    }

    @Override
    public RealServerDetails getDetails() {
        return service.applied(virtualServer)
                .map(settings -> ServerDetails.of(settings, name))
                .orElseGet(RealServerDetails::gone);
    }

    @Override
    public List<String> explain() {
        return service.look(views -> views.explain(virtualServer, name));
    }

    @Override
    public void drain(long seconds) {
        if (seconds < 0 || seconds > Overrides.SECONDS_MAX) {
            throw new IllegalArgumentException(
                    "seconds: " + seconds + " is not in 0.." + Overrides.SECONDS_MAX);
        }
        overrides.set(key(OverrideKind.DRAIN), Long.toString(seconds), 0, "");
    }

    @Override
    public void undrain() {
        overrides.revert(key(OverrideKind.DRAIN));
    }

    @Override
    public int setWeight(int weight) {
        int before = getEffectiveWeight();
        overrideWeight(weight, 0, "");
        return before;
    }

    @Override
    public void clearWeight() {
        overrides.revert(key(OverrideKind.WEIGHT));
    }

    @Override
    public OverrideStatus overrideWeight(int weight, long seconds, String lasting) {
        if (weight < 0) {
            throw new IllegalArgumentException(
                    "weight: " + weight + " is not in 0.." + Integer.MAX_VALUE);
        }
        return overrides.set(key(OverrideKind.WEIGHT), Integer.toString(weight), seconds, lasting);
    }

    @Override
    public OverrideStatus disable(long seconds, String lasting) {
        return overrides.set(key(OverrideKind.DISABLED), LiveOverride.ON, seconds, lasting);
    }

    @Override
    public boolean enable() {
        return overrides.revert(key(OverrideKind.DISABLED));
    }

    private OverrideKey key(OverrideKind kind) {
        return service.overridable().of(kind, virtualServer, name);
    }
}

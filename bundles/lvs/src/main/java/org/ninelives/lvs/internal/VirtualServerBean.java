package org.ninelives.lvs.internal;

import java.util.List;
import java.util.Map;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.ServerTraffic;
import org.ninelives.api.management.VirtualServerDetails;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.management.VirtualServerStatus;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.api.override.Overrides;
import org.ninelives.lvs.engine.LvsService;
import org.ninelives.lvs.engine.VirtualView;

/**
 * One virtual server as a bean. Safe for use by several threads.
 *
 * @param name as the log calls it
 */
record VirtualServerBean(String name, LvsService service, Overrides overrides)
        implements VirtualServerMXBean {

    @Override
    public VirtualServerStatus getStatus() {
        return service.status(name);
    }

    @Override
    public String getState() {
        return getStatus().state();
    }

    @Override
    public IpvsCounters getCounters() {
        return service.view(name).map(VirtualView::counters).orElse(IpvsCounters.NONE);
    }

    @Override
    public Map<String, RealServerStatus> getServers() {
        return service.view(name).map(VirtualView::servers).orElse(Map.of());
    }

    @Override
    public VirtualServerDetails getDetails() {
        return service.applied(name).map(ServerDetails::of).orElseGet(VirtualServerDetails::gone);
    }

    @Override
    public ServerTraffic getSorryTraffic() {
        return service.view(name).map(VirtualView::sorry).orElse(ServerTraffic.NONE);
    }

    @Override
    public List<String> explain() {
        return service.look(views -> views.explain(name));
    }

    @Override
    public OverrideStatus disable(long seconds, String lasting) {
        return overrides.set(key(), LiveOverride.ON, seconds, lasting);
    }

    @Override
    public boolean enable() {
        return overrides.revert(key());
    }

    private OverrideKey key() {
        return service.overridable().of(OverrideKind.DISABLED, name);
    }
}

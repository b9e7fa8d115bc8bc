package org.ninelives.lvs.internal;

import java.util.List;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.management.VirtualServerStatus;
import org.ninelives.lvs.engine.LvsService;

/**
 * One virtual server as a bean. Safe for use by several threads.
 *
 * @param name as the log calls it
 */
record VirtualServerBean(String name, LvsService service) implements VirtualServerMXBean {

    @Override
    public VirtualServerStatus getStatus() {
        return service.look(views -> views.status(name));
    }

    @Override
    public String getState() {
        return getStatus().state();
    }

    @Override
    public IpvsCounters getCounters() {
        return service.look(views -> views.counters(name));
    }

    @Override
    public List<String> explain() {
        return service.look(views -> views.explain(name));
    }
}

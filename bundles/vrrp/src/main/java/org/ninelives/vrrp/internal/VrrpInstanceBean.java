package org.ninelives.vrrp.internal;

import java.util.List;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.vrrp.engine.VrrpService;

/**
 * One virtual router as a bean. Safe for use by several threads.
 *
 * @param instance its name
 */
record VrrpInstanceBean(String instance, VrrpService service) implements VrrpInstanceMXBean {

    @Override
    public VrrpInstanceStatus getStatus() {
        return service.status(instance);
    }

    @Override
    public String getState() {
        return getStatus().state();
    }

    @Override
    public int getEffectivePriority() {
        return getStatus().effectivePriority();
    }

    @Override
    public List<String> explain() {
        return service.explain(instance);
    }

    @Override
    public VrrpCounters getCounters() {
        return service.counters(instance);
    }

    @Override
    public int setPriority(int priority) {
        return service.setPriority(instance, priority);
    }

    @Override
    public void resign() {
        service.resign(instance);
    }
}

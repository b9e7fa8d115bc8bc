package org.ninelives.bfd.internal;

import org.ninelives.api.management.BfdCounters;
import org.ninelives.api.management.BfdSessionMXBean;
import org.ninelives.api.management.BfdSessionStatus;
import org.ninelives.bfd.engine.BfdService;

/**
 * One session as a bean. Safe for use by several threads.
 *
 * @param session its name
 */
record BfdSessionBean(String session, BfdService service) implements BfdSessionMXBean {

    @Override
    public BfdSessionStatus getStatus() {
        return service.status(session);
    }

    @Override
    public String getState() {
        return getStatus().state();
    }

    @Override
    public BfdCounters getCounters() {
        return service.counters(session);
    }

    @Override
    public void disable() {
        service.disable(session);
    }

    @Override
    public void enable() {
        service.enable(session);
    }
}

package org.ninelives.vrrp.internal;

import org.ninelives.api.management.VrrpMXBean;
import org.ninelives.vrrp.engine.VrrpService;

/** All virtual routers together, as a bean. Safe for use by several threads. */
record VrrpBean(VrrpService service) implements VrrpMXBean {

    @Override
    public long getUnknownVirtualRouterIds() {
        return service.unknownVrids();
    }
}

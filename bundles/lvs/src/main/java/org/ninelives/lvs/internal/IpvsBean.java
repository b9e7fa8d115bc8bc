package org.ninelives.lvs.internal;

import org.ninelives.api.management.IpvsDetails;
import org.ninelives.api.management.IpvsMXBean;
import org.ninelives.api.management.IpvsStatus;
import org.ninelives.lvs.engine.LvsService;
import org.ninelives.lvs.settings.LvsGlobals;

/** The load balancer of the kernel as a bean. Safe for use by several threads. */
record IpvsBean(LvsService service) implements IpvsMXBean {

    @Override
    public IpvsStatus getStatus() {
        return service.ipvs();
    }

    @Override
    public IpvsDetails getDetails() {
        LvsGlobals globals = service.globals();
        return new IpvsDetails(
                globals.flush(),
                switch (globals.flushOnStop()) {
                    case NO -> "NONE";
                    case ALL -> "ALL";
                    case VIRTUAL_SERVERS -> "VS";
                });
    }

    @Override
    public boolean isAvailable() {
        return getStatus().available();
    }
}

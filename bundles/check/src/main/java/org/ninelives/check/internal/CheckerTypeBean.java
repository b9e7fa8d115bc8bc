package org.ninelives.check.internal;

import org.ninelives.api.management.CheckerTypeMXBean;
import org.ninelives.api.management.CheckerTypeStatus;
import org.ninelives.check.engine.CheckService;

/** A checker as a bean. */
record CheckerTypeBean(CheckService service, String keyword, String help, String bundle)
        implements CheckerTypeMXBean {

    @Override
    public CheckerTypeStatus getStatus() {
        return service.status(keyword, help, bundle);
    }

    @Override
    public String getState() {
        return getStatus().state();
    }

    @Override
    public long getChecks() {
        return getStatus().checks();
    }

    @Override
    public long getEnded() {
        return getStatus().ended();
    }

    @Override
    public long getFaults() {
        return getStatus().faults();
    }

    @Override
    public int getLeftBehind() {
        return getStatus().leftBehind();
    }
}

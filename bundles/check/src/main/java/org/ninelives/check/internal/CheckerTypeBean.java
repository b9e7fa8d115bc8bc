package org.ninelives.check.internal;

import org.ninelives.api.management.CheckerTypeMXBean;
import org.ninelives.api.management.CheckerTypeStatus;
import org.ninelives.api.management.SharedAnswer;
import org.ninelives.check.engine.CheckService;

/** A checker as a bean. Safe for use by several threads. */
final class CheckerTypeBean implements CheckerTypeMXBean {

    private final SharedAnswer<CheckerTypeStatus> status;

    /** What {@code bundle} brings under a keyword. */
    CheckerTypeBean(CheckService service, String keyword, String help, String bundle) {
        status = new SharedAnswer<>(() -> service.status(keyword, help, bundle));
    }

    @Override
    public CheckerTypeStatus getStatus() {
        return status.get();
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

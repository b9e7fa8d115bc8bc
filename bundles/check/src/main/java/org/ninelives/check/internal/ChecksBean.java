package org.ninelives.check.internal;

import java.util.Map;
import org.ninelives.api.management.CheckRow;
import org.ninelives.api.management.ChecksMXBean;
import org.ninelives.api.management.ChecksStatus;
import org.ninelives.check.engine.CheckService;

/** The engine as a bean. */
record ChecksBean(CheckService service) implements ChecksMXBean {

    @Override
    public ChecksStatus getStatus() {
        return service.status();
    }

    @Override
    public long getEnded() {
        return getStatus().ended();
    }

    @Override
    public int getUnderWay() {
        return getStatus().underWay();
    }

    @Override
    public int getWaiting() {
        return getStatus().waiting();
    }

    @Override
    public int getLeftBehind() {
        return getStatus().leftBehind();
    }

    @Override
    public long getLateMicros99() {
        return getStatus().lateMicros99();
    }

    @Override
    public long getLateMicrosMax() {
        return getStatus().lateMicrosMax();
    }

    @Override
    public Map<String, CheckRow> getTable() {
        return service.table();
    }

    @Override
    public void clearLateness() {
        service.clearLateness();
    }
}

package org.ninelives.check.internal;

import org.ninelives.api.check.CheckKey;
import org.ninelives.api.management.CheckMXBean;
import org.ninelives.api.management.CheckReport;
import org.ninelives.check.engine.CheckService;

/** A check of a real server as a bean; there may be many thousands, so it holds nothing else. */
record CheckBean(CheckService service, CheckKey key) implements CheckMXBean {

    @Override
    public CheckReport getStatus() {
        return service.report(key);
    }

    @Override
    public String getVerdict() {
        return getStatus().verdict();
    }

    @Override
    public long getEnded() {
        return getStatus().ended();
    }

    @Override
    public long getFailures() {
        return getStatus().failures();
    }

    @Override
    public long getLastMicros() {
        return getStatus().lastMicros();
    }
}

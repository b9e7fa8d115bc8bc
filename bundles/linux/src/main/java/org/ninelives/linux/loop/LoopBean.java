package org.ninelives.linux.loop;

import org.ninelives.api.management.LoopMXBean;
import org.ninelives.api.management.LoopStatus;

/** A loop as a bean. Safe for use by several threads. */
record LoopBean(String name, Lag lag) implements LoopMXBean {

    @Override
    public LoopStatus getStatus() {
        return lag.status(name);
    }

    @Override
    public long getDeadlines() {
        return getStatus().deadlines();
    }

    @Override
    public long getLateMicrosMax() {
        return getStatus().lateMicrosMax();
    }
}

package org.ninelives.bfd.internal;

import java.util.List;
import java.util.function.Function;
import org.ninelives.api.management.BfdCounters;
import org.ninelives.api.management.BfdDetails;
import org.ninelives.api.management.BfdSessionMXBean;
import org.ninelives.api.management.BfdSessionStatus;
import org.ninelives.api.management.TrackerUser;
import org.ninelives.bfd.engine.BfdService;

/**
 * One session as a bean. Safe for use by several threads.
 *
 * @param session its name
 * @param followers those who count it
 * @param details what is configured about sessions
 */
record BfdSessionBean(
        String session,
        BfdService service,
        Followers followers,
        Function<String, BfdDetails> details)
        implements BfdSessionMXBean {

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
    public BfdDetails getDetails() {
        return details.apply(session);
    }

    @Override
    public List<TrackerUser> getUsers() {
        return followers.users(session);
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

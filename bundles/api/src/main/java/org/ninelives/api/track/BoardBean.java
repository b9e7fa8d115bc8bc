package org.ninelives.api.track;

import java.util.List;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.api.management.TrackerUser;

/** One thing on a board, as a bean. */
record BoardBean(TrackerBoard board, String name) implements TrackerMXBean {

    @Override
    public TrackerStatus getStatus() {
        return board.status(name);
    }

    @Override
    public String getState() {
        return getStatus().state();
    }

    @Override
    public long getValue() {
        return getStatus().value();
    }

    @Override
    public List<TrackerUser> getUsers() {
        return getStatus().users();
    }
}

package org.ninelives.api.track;

import java.util.List;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.api.management.TrackerUser;
import org.osgi.annotation.versioning.ConsumerType;

/** What all trackers tell, for a bean that tells more of one on a {@link TrackerBoard}. */
@ConsumerType
public interface BoardedTracker extends TrackerMXBean {

    /** What the board tells of it. */
    TrackerMXBean tracker();

    @Override
    default TrackerStatus getStatus() {
        return tracker().getStatus();
    }

    @Override
    default String getState() {
        return tracker().getState();
    }

    @Override
    default long getValue() {
        return tracker().getValue();
    }

    @Override
    default List<TrackerUser> getUsers() {
        return tracker().getUsers();
    }
}

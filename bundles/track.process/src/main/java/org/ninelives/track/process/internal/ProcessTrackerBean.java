package org.ninelives.track.process.internal;

import org.ninelives.api.management.ProcessDetails;
import org.ninelives.api.management.ProcessTrackerMXBean;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.track.BoardedTracker;

/**
 * Processes as a bean: what all trackers tell, and what is configured.
 *
 * @param section knows what is configured about them
 */
record ProcessTrackerBean(TrackerMXBean tracker, String name, ProcessSection section)
        implements BoardedTracker, ProcessTrackerMXBean {

    @Override
    public ProcessDetails getDetails() {
        return section.details(name);
    }
}

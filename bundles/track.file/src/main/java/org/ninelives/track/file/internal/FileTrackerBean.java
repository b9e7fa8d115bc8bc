package org.ninelives.track.file.internal;

import org.ninelives.api.management.FileDetails;
import org.ninelives.api.management.FileTrackerMXBean;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.track.BoardedTracker;

/**
 * One file as a bean: what all trackers tell, and what is configured.
 *
 * @param section knows what is configured about it
 */
record FileTrackerBean(TrackerMXBean tracker, String name, FileSection section)
        implements BoardedTracker, FileTrackerMXBean {

    @Override
    public FileDetails getDetails() {
        return section.details(name);
    }
}

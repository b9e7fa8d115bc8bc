package org.ninelives.api.track;

import java.util.List;
import org.ninelives.api.management.TrackerUser;
import org.osgi.annotation.versioning.ConsumerType;

/** Hears what is found out about the things it follows. */
@ConsumerType
public interface TrackerListener {

    /** Something is known now. Called by any thread, in order for each name; returns at once. */
    void found(TrackerKind kind, String name, Finding finding);

    /**
     * Who counts a thing that is followed here, for those who look at it. Called by any thread;
     * returns at once.
     */
    default List<TrackerUser> users(TrackerKind kind, String name) {
        return List.of();
    }
}

package org.ninelives.api.track;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears what is found out about the things it follows. */
@ConsumerType
public interface TrackerListener {

    /** Something is known now. Called by any thread, in order for each name; returns at once. */
    void found(TrackerKind kind, String name, Finding finding);
}

package org.ninelives.api.management;

import org.ninelives.api.notify.Event;
import org.osgi.annotation.versioning.ConsumerType;

/** Hears of every event once the journal has given it a number. Publish one in the registry. */
@ConsumerType
public interface JournalListener {

    /**
     * Something was recorded. Called by one thread, in the order of the numbers: hand on what takes
     * long.
     */
    void recorded(EventRecord entry, Event event);

    /** How many events it has left out because it could not hand them on in time. Any thread. */
    default long dropped() {
        return 0;
    }
}

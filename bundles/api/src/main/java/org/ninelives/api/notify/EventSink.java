package org.ninelives.api.notify;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** Takes what happens and tells everybody who listens, one event after the other. */
@ProviderType
public interface EventSink {

    /** Something happened. Any thread; returns at once, and never fails. */
    void publish(Event event);

    /**
     * Waits until everybody has been told what was published before this call.
     *
     * @return whether that was so before the time was up
     */
    boolean flush(Duration limit);
}

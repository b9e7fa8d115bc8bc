package org.ninelives.lvs.engine;

import java.util.Collection;
import org.ninelives.api.notify.Event;
import org.ninelives.api.track.Finding;

/** Hears of virtual servers, on the loop's thread; returns at once. */
public interface Listener {

    /** Somebody may want to be told; the name of the event is that of a virtual server. */
    void happened(Event event);

    /**
     * What a virtual server counts for where it is tracked.
     *
     * @param trackerName as {@code track_virtual_server} calls it
     */
    void found(String trackerName, Finding finding);

    /** Exactly these virtual servers and real servers exist from now on. */
    void exist(Collection<ServerNames> virtualServers);
}

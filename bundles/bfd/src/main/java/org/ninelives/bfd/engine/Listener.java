package org.ninelives.bfd.engine;

import org.ninelives.api.track.Finding;

/** Hears of sessions, on the loop's thread; returns at once. */
public interface Listener {

    /** There is a session of this name now. */
    void added(String session);

    /** There is none of this name any more. */
    void removed(String session);

    /**
     * A session counts for something else now.
     *
     * @param text the log line
     */
    void found(String session, Finding from, Finding to, String text);
}

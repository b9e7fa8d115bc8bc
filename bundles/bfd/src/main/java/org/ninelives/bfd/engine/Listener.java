package org.ninelives.bfd.engine;

import org.ninelives.api.track.Finding;

/** Hears of sessions, on the loop's thread; returns at once. */
public interface Listener {

    /** There is a session of this name now. */
    void added(String session);

    /** There is none of this name any more. */
    void removed(String session);

    /** A session counts for something else now. */
    void found(String session, Finding finding);

    /**
     * The same for those who can wait until the packets of the turn have left.
     *
     * @param text the log line
     */
    void happened(String session, Finding from, Finding to, String text);
}

package org.ninelives.api.system;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * The thread that the daemon is there for, as whoever watches it sees it: does it still get round
 * to what it is asked? Safe for use by several threads.
 */
@ConsumerType
@FunctionalInterface
public interface Pulse {

    /**
     * Runs the answer on that thread as soon as it gets round to it; at once and here where there
     * is nothing for such a thread to do. Of a thread that hangs no answer comes, and none where it
     * ends meanwhile.
     *
     * @param answer does not block
     */
    void ask(Runnable answer);
}

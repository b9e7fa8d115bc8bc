package org.ninelives.dropin.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A thread for each work. The threads of one file are a group, with those that its bundle starts
 * meanwhile and those that these start: so they can be counted.
 */
final class Workers {

    private final Map<String, ThreadGroup> groups = new ConcurrentHashMap<>();
    private final Map<String, Thread> atWork = new ConcurrentHashMap<>();

    /**
     * Does the work on a thread of its own.
     *
     * @throws OutOfMemoryError if there can be no more threads
     */
    void start(String file, Runnable work) {
        Thread thread =
                Thread.ofPlatform()
                        .group(groups.computeIfAbsent(file, name -> new ThreadGroup(name)))
                        .daemon()
                        .name("bundles.d " + file)
                        .unstarted(work);
        atWork.put(file, thread);
        thread.start();
    }

    /** The work at a file has come to its end. */
    void ended(String file) {
        atWork.remove(file);
    }

    /** Tells the work at a file that it should end. */
    void interrupt(String file) {
        Thread thread = atWork.get(file);
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Whether there is work at a file that has not ended. */
    boolean isAtWork(String file) {
        return atWork.containsKey(file);
    }

    /** How many threads there are because of a file. */
    int threads(String file) {
        ThreadGroup group = groups.get(file);
        return group == null ? 0 : group.activeCount();
    }
}

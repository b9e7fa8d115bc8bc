package org.ninelives.track.process.core;

/** What a {@link ProcessCount} wants to be done. */
public sealed interface Effect {

    /**
     * List all processes, and answer with {@link Input.Listed}.
     *
     * @param lost because events were lost
     */
    record ListProcesses(boolean lost) implements Effect {}

    /** Look what a process is now, and answer with {@link Input.LookedAt}. */
    record LookAt(int pid) implements Effect {}

    /**
     * The number of processes became good or bad.
     *
     * @param name of the {@code vrrp_track_process}
     * @param count how many match
     * @param text the log line
     */
    record Became(String name, boolean good, int count, String text) implements Effect {}
}

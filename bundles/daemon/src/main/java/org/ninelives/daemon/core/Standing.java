package org.ninelives.daemon.core;

import java.util.Map;

/**
 * How virtual routers and virtual servers are.
 *
 * @param instances the state of each virtual router, by its name
 * @param quorums whether each virtual server has its quorum, by its name
 */
public record Standing(Map<String, State> instances, Map<String, Boolean> quorums) {

    /** As far as it matters here. */
    public enum State {
        MASTER,
        BACKUP,
        FAULT,
        /** Not started, or waiting for the first results of what it tracks. */
        UNDECIDED
    }

    public Standing {
        instances = Map.copyOf(instances);
        quorums = Map.copyOf(quorums);
    }
}

package org.ninelives.api.system;

import org.osgi.annotation.versioning.ProviderType;

/** Groups of processes, each known by the number of the process that leads or led it. */
@ProviderType
public interface ProcessGroups {

    /** Asks every process of the group to end (SIGTERM); whether there was any. */
    boolean terminate(long group);

    /** Ends every process of the group (SIGKILL); whether there was any. */
    boolean kill(long group);

    /** Whether there is a process in the group, be it one that has ended and is not waited for. */
    boolean exists(long group);
}

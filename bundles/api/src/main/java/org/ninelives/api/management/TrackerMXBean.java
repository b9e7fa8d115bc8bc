package org.ninelives.api.management;

import java.util.List;

/** One thing that is watched for virtual routers. A kind may tell more in an extension of this. */
@Description(
        "One thing that is watched for virtual routers: a process, a file, a script, a session")
@Notifies(NotificationType.TRACKER)
public interface TrackerMXBean {

    @Description("All that is known of it at one moment")
    TrackerStatus getStatus();

    @Description(
            "GOOD, BAD, VALUE for a file, UNKNOWN before the first result, or ABSENT when it cannot"
                    + " be watched")
    String getState();

    @Description("What it counts: the number in a file, or the processes that match")
    long getValue();

    @Description("Virtual routers, sync groups and virtual servers that count it, and the weights")
    List<TrackerUser> getUsers();
}

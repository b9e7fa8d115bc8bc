package org.ninelives.api.management;

import java.util.List;

/** A script whose result decides about priorities. */
@Description("A script whose result decides about priorities")
@Notifies(NotificationType.TRACKER)
public interface ScriptTrackerMXBean extends TrackerMXBean {

    @Description("What is configured about it")
    ScriptDetails getDetails();

    @Description("The runs that have ended")
    long getRuns();

    @Description("Those of them that ended otherwise than with status 0 in time")
    long getFailures();

    @Description("Those of them that took longer than the timeout and were ended by force")
    long getTimeouts();

    @Description("The runs that were left out because the one before had not ended")
    long getSkipped();

    @Description("How the last run ended, such as: exited with status 1; empty before the first")
    String getLastExit();

    @Description("How long the last run took, in milliseconds")
    double getLastDurationMillis();

    @Description("How long the longest run took, in milliseconds")
    double getLongestDurationMillis();

    @Description("The last lines that the last run wrote")
    List<String> getLastOutput();
}

package org.ninelives.api.management;

import java.util.Map;

/** The engine of health checks. */
@Description("All health checks: how many, how late, and what does not end")
public interface ChecksMXBean {

    @Description("All counters at one moment")
    ChecksStatus getStatus();

    @Description("Looks that have ended since the daemon started")
    long getEnded();

    @Description("Looks that have not ended")
    int getUnderWay();

    @Description("Looks that wait because too many of their sort are under way")
    int getWaiting();

    @Description("Looks that have not ended although they were told to")
    int getLeftBehind();

    @Description("Of a hundred looks, ninety-nine started so many microseconds late or less")
    long getLateMicros99();

    @Description("The latest look started so many microseconds late")
    long getLateMicrosMax();

    @Description(
            "All checks, by the names of both servers, place and keyword; the table is made at most"
                    + " ten times a second, and less often the longer that takes")
    Map<String, CheckRow> getTable();

    @Description("Counts anew how late looks start")
    void clearLateness();
}

package org.ninelives.api.management;

/** One health check of a real server. */
@Description("One health check of a real server")
public interface CheckMXBean {

    @Description("Everything about the check at one moment")
    CheckReport getStatus();

    @Description("UNKNOWN before the first result, PASSED or FAILED")
    String getVerdict();

    @Description("Looks that have ended since the check was configured like this")
    long getEnded();

    @Description("Those of them that did not pass")
    long getFailures();

    @Description("How long the last look took, microseconds; 0 before the first")
    long getLastMicros();
}

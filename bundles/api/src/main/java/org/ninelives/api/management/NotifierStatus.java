package org.ninelives.api.management;

/** A way of telling at one moment. Counters are since the daemon started. */
public record NotifierStatus(
        @Description("Whom it tells: scripts, the path of a FIFO, a web server") String name,
        @Description("What waits to be told, whatever is under way included") int queued,
        @Description("What has been told") long told,
        @Description("What could not be told, or was left out because too much waited")
                long dropped,
        @Description("Why something could not be told the last time; empty if that never was so")
                String lastError,
        @Description("When that was, milliseconds since 1970 UTC; 0 if never")
                long lastErrorMillis) {}

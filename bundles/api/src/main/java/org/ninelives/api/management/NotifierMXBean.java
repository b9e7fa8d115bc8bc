package org.ninelives.api.management;

/** A way in which people and programs are told: scripts, a FIFO, a web server. */
@Description("A way in which people and programs are told: scripts, a FIFO, a web server")
public interface NotifierMXBean {

    @Description("All counters and the last error at one moment")
    NotifierStatus getStatus();

    @Description("What waits to be told, whatever is under way included")
    int getQueued();

    @Description("What has been told since the daemon started")
    long getTold();

    @Description("What could not be told, or was left out because too much waited, since the start")
    long getDropped();
}

package org.ninelives.api.management;

import java.util.List;

/**
 * The daemon as a whole. Its notifications tell what trackers find, how virtual servers are, and
 * what it does itself.
 */
@Description("The daemon as a whole")
public interface DaemonMXBean {

    /**
     * The type of the notification that tells what a tracker found; its message is the log line.
     */
    String TRACKER_NOTIFICATION = "org.ninelives.tracker";

    /** The type of the notification that tells of starts, reloads and the like. */
    String DAEMON_NOTIFICATION = "org.ninelives.daemon";

    /** The type of the notification that a real server came up or went down. */
    String HEALTH_NOTIFICATION = "org.ninelives.lvs.health";

    /** The type of the notification that a virtual server gained or lost its quorum. */
    String QUORUM_NOTIFICATION = "org.ninelives.lvs.quorum";

    @Description("Version of the product")
    String getVersion();

    @Description("Process id")
    long getPid();

    @Description("Milliseconds since the daemon was started")
    long getUptimeMillis();

    @Description(
            "Milliseconds from the start of the process until the first configuration was applied")
    long getStartMillis();

    @Description("Configuration id: decides which lines with @ID are used")
    String getConfigurationId();

    @Description("Installed bundles: symbolic name, version, state")
    List<String> getBundles();

    @Description(
            "What happened on this node after an event, the oldest first, up to 1000 at once;"
                    + " the latest 5000 are kept")
    @Reads
    List<EventRecord> eventsSince(
            @Description("Sequence of the last event that is known, 0 for none") long sequence);

    @Description("Stops the daemon as SIGTERM does: masters resign, addresses are removed")
    void stop();
}

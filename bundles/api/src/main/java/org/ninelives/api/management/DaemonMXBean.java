package org.ninelives.api.management;

import java.util.List;
import java.util.Map;

/** The daemon as a whole. Its notifications are those of all beans. */
@Description("The daemon as a whole, and tables of all that it runs")
@Notifies({
    NotificationType.STATE,
    NotificationType.GROUP_STATE,
    NotificationType.PRIORITY,
    NotificationType.LOWER_PRIORITY_HEARD,
    NotificationType.SPLIT_BRAIN,
    NotificationType.LATE,
    NotificationType.HEALTH,
    NotificationType.QUORUM,
    NotificationType.DRAIN,
    NotificationType.TRACKER,
    NotificationType.OVERRIDE,
    NotificationType.RELOAD,
    NotificationType.DAEMON
})
public interface DaemonMXBean {

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

    @Description("All virtual routers, by their names")
    Map<String, VrrpInstanceStatus> getVirtualRouters();

    @Description("All sync groups, by their names")
    Map<String, VrrpSyncGroupStatus> getSyncGroups();

    @Description("The network interfaces that virtual routers use, by their names")
    Map<String, InterfaceStatus> getInterfaces();

    @Description("All that is watched for virtual routers, by kind and name, such as: script chk")
    Map<String, TrackerStatus> getTrackers();

    @Description("All BFD sessions, by their names")
    Map<String, BfdSessionStatus> getBfdSessions();

    @Description("All virtual servers, by their names; each has a table of its real servers")
    Map<String, VirtualServerStatus> getVirtualServers();

    @Description("The latest 20 events, by their sequence")
    Map<Long, EventRecord> getLatestEvents();

    @Description(
            "Sequence of the oldest event that is kept, 0 for none; who knows only events before"
                    + " the one before this has missed some")
    long getFirstEventSequence();

    @Description(
            "Sequence of the latest event, 0 for none; who knows a later one knows it of an earlier"
                    + " run of the daemon, and begins with 0 again")
    long getLastEventSequence();

    @Description(
            "Events of which no notification was sent, as a listener held up those before them;"
                    + " their sequences are missing, and eventsSince tells them")
    long getDroppedNotifications();

    @Description(
            "What happened on this node after an event, the oldest first, up to 1000 at once;"
                    + " the latest 5000 are kept")
    @Reads
    List<EventRecord> eventsSince(
            @Description("Sequence of the last event that is known, 0 for none") long sequence);

    @Description("Stops the daemon as SIGTERM does: masters resign, addresses are removed")
    void stop();
}

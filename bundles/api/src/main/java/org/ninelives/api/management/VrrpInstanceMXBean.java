package org.ninelives.api.management;

import java.util.List;

/** One virtual router on this node. Its notifications tell state changes and split brain. */
@Description("One virtual router on this node")
public interface VrrpInstanceMXBean {

    /** The type of the notification that tells a state change; its message is the log line. */
    String STATE_NOTIFICATION = "org.ninelives.vrrp.state";

    /** The type of the notification that tells of a second master; its message is the log line. */
    String SPLIT_BRAIN_NOTIFICATION = "org.ninelives.vrrp.split-brain";

    @Description("Everything about the virtual router at one moment")
    VrrpInstanceStatus getStatus();

    @Description("INIT, BACKUP, MASTER or FAULT")
    String getState();

    @Description("Priority in force, 1..255, overrides and trackers included")
    int getEffectivePriority();

    @Description(
            "Why it is in its state, who was heard last, which adverts were refused and why, what"
                    + " to check; the most important first")
    @Reads
    List<String> explain();

    @Description("Counters since the start, with the names of keepalived's JSON")
    VrrpCounters getCounters();

    // It answers something because a setter without an answer would be an attribute, and no
    // operation, for every JMX client.
    @Description(
            "Sets the priority until the next reload or restart; answers the one in force before")
    int setPriority(@Description("1..254; 255 only where it is configured") int priority);

    @Description(
            "Gives up mastership now: sends priority 0 and stays backup for one master down"
                    + " interval")
    void resign();
}

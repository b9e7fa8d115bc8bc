package org.ninelives.api.management;

import java.util.List;

/** One BFD session of this node. */
@Description("One BFD session of this node")
public interface BfdSessionMXBean {

    @Description("Everything about the session at one moment")
    BfdSessionStatus getStatus();

    @Description("AdminDown, Down, Init or Up")
    String getState();

    @Description("Counters since the start")
    BfdCounters getCounters();

    @Description("What it is for virtual routers, as it is configured")
    BfdDetails getDetails();

    @Description("Virtual routers, sync groups and virtual servers that count it, and the weights")
    List<TrackerUser> getUsers();

    @Description("Takes the session down and keeps it so until enable, a restart or its removal")
    void disable();

    @Description("Lets a session that was disabled take part again")
    void enable();
}

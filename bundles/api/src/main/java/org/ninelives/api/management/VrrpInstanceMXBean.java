package org.ninelives.api.management;

import java.util.List;

/** One virtual router on this node. */
@Description("One virtual router on this node")
@Notifies({
    NotificationType.STATE,
    NotificationType.PRIORITY,
    NotificationType.LOWER_PRIORITY_HEARD,
    NotificationType.SPLIT_BRAIN,
    NotificationType.LATE
})
public interface VrrpInstanceMXBean {

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

    @Description("What it is configured to do, as far as its status does not tell it")
    VrrpInstanceDetails getDetails();

    @Description("Its routes and policy rules, which are there while it is master")
    VrrpRoutingDetails getRouting();

    @Description(
            "The latest adverts that were refused for a reason that the MIBs of VRRP know, one for"
                    + " each reason; what else is refused is told by explain")
    List<RefusedAdvert> getRefusedAdverts();

    @Description("Counters since the start, with the names of keepalived's JSON")
    VrrpCounters getCounters();

    @Description("How old the latest adverts are that it sent and received")
    AdvertAges getAdvertAges();

    // It answers something because a setter without an answer would be an attribute, and no
    // operation, for every JMX client.
    @Description(
            "Sets the priority until the next reload or restart, the configured one to end that;"
                    + " answers the one in force before")
    int setPriority(@Description("1..254; 255 only where it is configured") int priority);

    @Description("Sets the priority to which trackers add, in place of the configured one")
    OverrideStatus overridePriority(
            @Description("1..254; the owner, with 255, keeps that") int priority,
            @Description("seconds; 0 for no end") long seconds,
            @Description(OverridesMXBean.LASTING) String lasting);

    @Description(
            "Sets the weight of something tracked in place of the configured one; what its sync"
                    + " group tracks changes for all members")
    OverrideStatus overrideTrackerWeight(
            @Description("kind and name as explain tells it, such as: script chk_nginx")
                    String tracker,
            @Description("-253..253, of a file -254..254; 0 makes it a fault when it is bad")
                    int weight,
            @Description("seconds; 0 for no end") long seconds,
            @Description(OverridesMXBean.LASTING) String lasting);

    @Description(
            "Gives up mastership now: sends priority 0 and stays backup for one master down"
                    + " interval")
    void resign();

    @Description(
            "Announces each virtual address once more, by gratuitous ARP or a neighbour"
                    + " advertisement; a master alone may")
    void sendGarp();

    @Description(
            "Gives up mastership, and does not claim it again until release or the end of the time;"
                    + " it listens all the while, and its sync group goes along")
    OverrideStatus standby(
            @Description("seconds; 0 for no end") long seconds,
            @Description(OverridesMXBean.LASTING) String lasting);

    @Description("Ends standby; false if it was not in standby")
    boolean release();

    @Description(
            "Takes no part: FAULT until enable or the end of the time, and its sync group goes"
                    + " along")
    OverrideStatus disable(
            @Description("seconds; 0 for no end") long seconds,
            @Description(OverridesMXBean.LASTING) String lasting);

    @Description("Takes part again after disable; false if it was not disabled")
    boolean enable();

    @Description(
            "Ends all overrides of this virtual router and of what it tracks itself; answers how"
                    + " many there were")
    int revertOverrides();
}

package org.ninelives.api.management;

/** One sync group on this node: virtual routers that change their state together. */
@Description("One sync group: virtual routers that change their state together")
@Notifies(NotificationType.GROUP_STATE)
public interface VrrpSyncGroupMXBean {

    @Description("Everything about the sync group at one moment")
    VrrpSyncGroupStatus getStatus();

    @Description("FAULT if a member is, MASTER if all are, otherwise BACKUP; INIT before the start")
    String getState();

    @Description("What it is configured to do, as far as its status does not tell it")
    VrrpSyncGroupDetails getDetails();
}

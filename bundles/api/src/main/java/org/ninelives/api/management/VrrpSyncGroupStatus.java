package org.ninelives.api.management;

import java.util.Map;

/** A sync group at one moment. */
public record VrrpSyncGroupStatus(
        @Description("Name of the vrrp_sync_group") String name,
        @Description("FAULT if a member is, MASTER if all are, otherwise BACKUP; INIT before start")
                String state,
        @Description("Its virtual routers and the state of each: INIT, BACKUP, MASTER or FAULT")
                Map<String, String> members,
        @Description("Times it became master since the daemon started") long becomeMaster,
        @Description("When its state changed last, milliseconds since 1970 UTC; 0 if never")
                long lastTransitionMillis) {}

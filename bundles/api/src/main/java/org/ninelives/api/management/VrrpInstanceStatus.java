package org.ninelives.api.management;

import java.util.List;

/** A virtual router at one moment. */
public record VrrpInstanceStatus(
        @Description("Name of the vrrp_instance") String name,
        @Description("INIT, BACKUP, MASTER or FAULT") String state,
        @Description("Why it is in that state, a sentence") String reason,
        @Description("The interface it runs on") String interfaceName,
        @Description("VRID, 1..255") int virtualRouterId,
        @Description("Version of VRRP, 2 or 3") int version,
        @Description("Family of its adverts, IPv4 or IPv6") String family,
        @Description("Priority in the file, 1..255") int configuredPriority,
        @Description("Priority in force, 0..255, overrides and trackers included")
                int effectivePriority,
        @Description("Whether another priority than the configured one was set")
                boolean priorityOverridden,
        @Description("Own interval of adverts, milliseconds") long advertIntervalMillis,
        @Description(
                        "Address of the master last heard; empty if none was heard or this node is"
                                + " master")
                String masterAddress,
        @Description("Priority of that master, 1..255; -1 if none") int masterPriority,
        @Description("Address adverts are sent from; empty if there is none") String sourceAddress,
        @Description("The addresses of the virtual router") List<String> virtualAddresses,
        @Description("Whether a second master, or a second user of a virtual address, is seen now")
                boolean splitBrain,
        @Description("When the state changed last, milliseconds since 1970 UTC; 0 if never")
                long lastTransitionMillis,
        @Description("What it and its sync group track, and what that does to it")
                List<TrackedStatus> trackers,
        @Description("What operators have set for it, and for what it or its sync group tracks")
                List<OverrideStatus> overrides) {}

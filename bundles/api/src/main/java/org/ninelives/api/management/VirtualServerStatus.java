package org.ninelives.api.management;

import java.util.List;

/** A virtual server at one moment. */
public record VirtualServerStatus(
        @Description("The virtual server, as the log calls it") String name,
        @Description(
                        "UP with its quorum, DOWN without, DRAINING when it is not configured any"
                                + " more and still has connections")
                String state,
        @Description("Services of the kernel that it stands for") List<String> services,
        @Description(
                        "Whether it is meant to be in the kernel of this node; not while the"
                                + " virtual router that it follows is not master, nor while it is"
                                + " disabled")
                boolean inKernel,
        @Description("Whether its checks rest because none of its addresses is here")
                boolean checksSuspended,
        @Description("Whether the sorry server serves") boolean sorryServerInUse,
        @Description("Weight that is needed to serve") long quorum,
        @Description("How much more weight to gain the quorum, or less to lose it") long hysteresis,
        @Description("Weight of the servers that are up") long liveWeight,
        @Description("How many servers are up") int liveServers,
        @Description("Its real servers, as the log calls them") List<String> realServers,
        @Description("Servers that are not configured any more and still have connections")
                List<String> leaving,
        @Description("What operators have set for it") List<OverrideStatus> overrides) {}

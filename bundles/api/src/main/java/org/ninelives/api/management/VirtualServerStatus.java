package org.ninelives.api.management;

import java.util.List;

/**
 * A virtual server at one moment.
 *
 * @param name as the log calls it
 * @param state {@code UP} with its quorum, {@code DOWN} without
 * @param services of the kernel that it stands for
 * @param inKernel whether it is meant to be in the kernel of this node; not while the virtual
 *     router that it follows is not master, nor while it is disabled
 * @param checksSuspended whether its checks rest because none of its addresses is here
 * @param sorryServerInUse whether the sorry server serves
 * @param quorum weight that is needed
 * @param hysteresis how much more to gain, or less to lose it
 * @param liveWeight weight of the servers that are up
 * @param liveServers how many are up
 * @param realServers as the log calls them
 * @param leaving those that are not configured any more and still have connections
 * @param overrides what operators have set for it
 */
public record VirtualServerStatus(
        String name,
        String state,
        List<String> services,
        boolean inKernel,
        boolean checksSuspended,
        boolean sorryServerInUse,
        long quorum,
        long hysteresis,
        long liveWeight,
        int liveServers,
        List<String> realServers,
        List<String> leaving,
        List<OverrideStatus> overrides) {}

package org.ninelives.api.management;

/** What is told of no single virtual router. */
@Description("All virtual routers of this node together")
public interface VrrpMXBean {

    @Description(
            "Adverts whose virtual router ID no virtual router has on the interface they came in"
                    + " by, since the daemon started or the counters were cleared")
    long getUnknownVirtualRouterIds();
}

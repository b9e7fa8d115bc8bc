package org.ninelives.api.management;

/** What is configured about the table of the load balancer of the kernel. */
public record IpvsDetails(
        @Description("Whether all of it is cleared at the start (lvs_flush)") boolean flush,
        @Description(
                        "What of it is removed at the stop (lvs_flush_on_stop): NONE, ALL, or VS"
                                + " for virtual servers")
                String flushOnStop) {}

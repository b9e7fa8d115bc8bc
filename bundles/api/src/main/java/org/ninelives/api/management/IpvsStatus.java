package org.ninelives.api.management;

/** The load balancer of the kernel at one moment. */
public record IpvsStatus(
        @Description("Whether the kernel has it") boolean available,
        @Description("Version of it, such as 1.2.1; empty where it was never there") String version,
        @Description("Why it is not available, a sentence; empty while it is") String problem,
        @Description("How many services of ours it has") int services,
        @Description("How many destinations of ours it has, in all services") int destinations,
        @Description("Services that are not as they should be because it refused something")
                int refusedServices,
        @Description("The last thing it refused, a sentence; empty if there was none")
                String lastRefusal,
        @Description(
                        "Changes that others made to our services and that were undone, since the"
                                + " start")
                long repaired) {}

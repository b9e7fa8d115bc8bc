package org.ninelives.api.management;

/**
 * The load balancer of the kernel at one moment.
 *
 * @param available whether the kernel has it
 * @param version of it, such as {@code 1.2.1}; empty where it was never there
 * @param problem why it is not available, a sentence
 * @param services how many of ours it has
 * @param destinations how many of ours it has, in all services
 * @param refusedServices services that are not as they should be because it refused something
 * @param lastRefusal the last thing it refused, a sentence; empty if there was none
 * @param repaired changes that others made to our services and that were undone, since the start
 */
public record IpvsStatus(
        boolean available,
        String version,
        String problem,
        int services,
        int destinations,
        int refusedServices,
        String lastRefusal,
        long repaired) {}

package org.ninelives.api.management;

/** The load balancer of the kernel. */
@Description("IPVS, the load balancer of the kernel")
public interface IpvsMXBean {

    @Description("Everything about it at one moment")
    IpvsStatus getStatus();

    @Description("What is configured about its table")
    IpvsDetails getDetails();

    @Description("Whether the kernel has it; it is looked for at least once a minute")
    boolean isAvailable();
}

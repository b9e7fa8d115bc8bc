package org.ninelives.api.management;

/** How packets get to a server. */
public record ForwardingDetails(
        @Description("MASQUERADING for NAT, DIRECT_ROUTING or TUNNEL") String method,
        @Description("IPIP, GUE or GRE; empty but with TUNNEL") String tunnelType,
        @Description("Port of the receiver, 1..65535; 0 but with GUE") int tunnelPort,
        @Description("NONE, FULL or REMOTE; empty but with TUNNEL") String tunnelChecksum) {}

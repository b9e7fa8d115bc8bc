package org.ninelives.api.management;

import java.util.List;

/** What packets of a route are wrapped in, as it is configured. */
public record EncapDetails(
        @Description("mpls, ip, ip6 or ila; empty if they are not wrapped") String type,
        @Description("Labels of mpls, the outermost first, each 0..1048575") List<Integer> labels,
        @Description("Key of the tunnel, 64 bits; 0 for none") long id,
        @Description("The other end of the tunnel; empty if it is not said") String destination,
        @Description("The own end of the tunnel; empty if it is not said") String source,
        @Description("Type of service, or traffic class, 0..255") int tos,
        @Description("TTL or hop limit, 1..255; 0 for that of the device") int ttl,
        @Description("TUNNEL_ flags of linux/if_tunnel.h, 0..65535") int flags,
        @Description("The locator of ila, 64 bits; else 0") long locator) {

    /** Packets are not wrapped. */
    public static final EncapDetails NONE = new EncapDetails("", List.of(), 0, "", "", 0, 0, 0, 0);
}

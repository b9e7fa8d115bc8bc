package org.ninelives.api.management;

/** Where packets of a route go next, as it is configured. */
public record NextHopDetails(
        @Description("The router that takes them; empty if the destination is on the link")
                String gateway,
        @Description("The interface they leave by; empty if it is not said") String interfaceName,
        @Description("Its share among several hops, 1..256") int weight,
        @Description("Whether the gateway is on the link whatever the addresses say")
                boolean onlink,
        @Description("Realm of where they go, 1..65535; 0 for none") int realmDestination,
        @Description("Realm of where they come from, 1..65535; 0 for none") int realmSource,
        @Description("What they are wrapped in") EncapDetails encap) {}

package org.ninelives.api.management;

import java.util.List;
import java.util.Map;

/** A route of a virtual router, or a static one, as it is configured. */
public record RouteDetails(
        @Description("What becomes of packets: unicast, blackhole, unreachable, prohibit, throw …")
                String type,
        @Description("Where packets go, a prefix") String destination,
        @Description("Where they come from, a prefix; empty for anywhere") String from,
        @Description("Their type of service, 0..255") int tos,
        @Description("The table it stands in, 1..2^32-1; 0 for that of a VRF") long table,
        @Description("Who made it, a number of /etc/iproute2/rt_protos, 1..255") int protocol,
        @Description("How far the destination is: 0 global, 200 site, 253 link, 254 host")
                int scope,
        @Description("Its metric, 0..2^32-1; -1 for that of the kernel") long metric,
        @Description("The address that packets of this machine have; empty if it is not said")
                String source,
        @Description("Where packets go next; empty for types that go nowhere")
                List<NextHopDetails> nextHops,
        @Description("Realm of where packets go, 1..65535; 0 for none") int realmDestination,
        @Description("Realm of where packets come from, 1..65535; 0 for none") int realmSource,
        @Description(
                        "What TCP and IP do differently, by the words of ip-route(8); rtt in"
                                + " eighths and rttvar in quarters of a millisecond")
                Map<String, Long> metrics,
        @Description("Those of the metrics that the kernel may not learn anew")
                List<String> lockedMetrics,
        @Description("Congestion control of TCP; empty for that of the machine")
                String congestionControl,
        @Description("How long it lives, seconds; -1 without end") int expiresSeconds,
        @Description("LOW, MEDIUM or HIGH; empty if it is not said") String preference) {}

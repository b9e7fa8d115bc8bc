package org.ninelives.api.management;

import java.util.List;

/** A network interface at one moment. */
public record InterfaceStatus(
        @Description("Name of the interface") String name,
        @Description("The kernel's number for it, 1..2147483647; 0 while it does not exist")
                int index,
        @Description("Whether it counts as up; after its debounce time, where it has one")
                boolean up,
        @Description("Whether the administrator wants it up (IFF_UP)") boolean administrativelyUp,
        @Description("Whether it can carry packets (IFF_RUNNING)") boolean running,
        @Description("Ethernet address; empty where it has none") String mac,
        @Description("Largest packet, bytes; 0 while it does not exist") int mtu,
        @Description("What made it, such as macvlan, bond, vrf; empty for real hardware")
                String kind,
        @Description("Its addresses in the kernel's order, virtual ones included")
                List<String> addresses,
        @Description("Virtual routers that run on it or track it") List<String> usedBy,
        @Description("Least gap between two gratuitous ARPs on it, microseconds; 0 for none")
                long arpIntervalMicros,
        @Description("The same for unsolicited neighbour advertisements, microseconds; 0 for none")
                long neighbourIntervalMicros,
        @Description("How long it must be up to count as up, microseconds") long upDelayMicros,
        @Description("How long it must be down to count as down, microseconds")
                long downDelayMicros,
        @Description("When it came up or went down last, milliseconds since 1970 UTC; 0 if never")
                long sinceMillis) {}

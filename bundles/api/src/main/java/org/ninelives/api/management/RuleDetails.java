package org.ninelives.api.management;

/** A policy rule of a virtual router, or a static one, as it is configured. */
public record RuleDetails(
        @Description("Family of the packets, IPv4 or IPv6") String family,
        @Description("Rules are tried from the lowest on, 0..2^32-1") long preference,
        @Description("Whether packets are selected that do not match") boolean inverted,
        @Description("Where they come from, a prefix; empty for anywhere") String from,
        @Description("Where they go, a prefix; empty for anywhere") String to,
        @Description("Their type of service, 1..255; 0 for any") int tos,
        @Description("Their firewall mark, 0..2^32-1; -1 for any") long mark,
        @Description("The bits of it that are compared, 0..2^32-1") long markMask,
        @Description("The interface they came by; empty for any") String inputInterface,
        @Description("The interface they leave by; empty for any") String outputInterface,
        @Description("Key of the tunnel they came by, 64 bits; 0 for any") long tunnelId,
        @Description("First of the users who send them, 0..2^32-1; -1 for anybody") long firstUser,
        @Description("Last of these users; -1 for anybody") long lastUser,
        @Description("Their protocol, 1..255; 0 for any") int ipProtocol,
        @Description("First of their source ports, 1..65535; 0 for any") int firstSourcePort,
        @Description("Last of these; 0 for any") int lastSourcePort,
        @Description("First of their destination ports, 1..65535; 0 for any")
                int firstDestinationPort,
        @Description("Last of these; 0 for any") int lastDestinationPort,
        @Description("What is done: lookup, l3mdev, goto, nop, blackhole, unreachable, prohibit")
                String action,
        @Description("The table of lookup, or the preference that goto goes on at; else 0")
                long target,
        @Description("Results with this or a shorter prefix are passed over, 0..128; -1 for none")
                int suppressPrefixLength,
        @Description("Results through this group of interfaces are passed over; -1 for none")
                int suppressInterfaceGroup,
        @Description("Realm of where they go, 1..65535; 0 for none") int realmDestination,
        @Description("Realm of where they come from, 1..65535; 0 for none") int realmSource,
        @Description("Who made it, a number of /etc/iproute2/rt_protos, 0..255") int protocol) {}

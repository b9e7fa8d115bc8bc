package org.ninelives.api.management;

/** One line of a virtual_server_group: a mark, an address or a range of addresses. */
public record ServerGroupMember(
        @Description("The mark of the firewall; 0 for addresses") long fwmark,
        @Description("The first address; empty for a mark") String first,
        @Description("The last address, the first itself if it is the only one; empty for a mark")
                String last,
        @Description("The port, 0..65535; 0 for all, and for a mark") int port) {}

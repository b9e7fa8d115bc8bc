package org.ninelives.api.management;

import java.util.List;

/** What is configured for all load balancing together. */
public record IpvsDetails(
        @Description("The virtual servers by their names, in the order of the file")
                List<String> virtualServers,
        @Description("Each virtual_server_group, in the order of the file")
                List<ServerGroupDetails> groups,
        @Description("lvs_sync_daemon; none where it is not written") List<SyncDaemonDetails> sync,
        @Description("lvs_timeouts tcp, seconds; 0 for what the kernel has") int tcpSeconds,
        @Description("lvs_timeouts tcpfin, seconds, likewise") int tcpFinSeconds,
        @Description("lvs_timeouts udp, seconds, likewise") int udpSeconds,
        @Description("Whether the kernel's table is cleared at the start (lvs_flush)")
                boolean flush,
        @Description(
                        "What of it is removed at the stop (lvs_flush_on_stop): NONE, ALL, or VS"
                                + " for virtual servers")
                String flushOnStop) {}

package org.ninelives.api.management;

/** How connections are told to other directors, as lvs_sync_daemon says. */
public record SyncDaemonDetails(
        @Description("The interface") String interfaceName,
        @Description("The virtual router whose state decides who tells; empty for none")
                String instance,
        @Description("0..255; -1 for the virtual router identifier of the instance") int syncId,
        @Description("Longest message, bytes; 0 for what the kernel chooses") int maxLength,
        @Description("UDP port; 0 for what the kernel chooses") int port,
        @Description("1..255; 0 for what the kernel chooses") int ttl,
        @Description("Multicast group; empty for what the kernel chooses") String group) {}

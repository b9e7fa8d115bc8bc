package org.ninelives.api.management;

import java.util.List;

/** What a virtual server is configured to do, as far as its status does not tell it. */
public record VirtualServerDetails(
        @Description("snmp_name; empty if it has none") String snmpName,
        @Description("The virtual_server_group it stands for; empty without one") String group,
        @Description("The mark of the firewall it takes; 0 with a group or an address") long fwmark,
        @Description("The address it takes; empty with a group or a mark") String address,
        @Description("The port it takes, 0..65535; 0 for all") int port,
        @Description("IPv4 or IPv6") String family,
        @Description("TCP, UDP or SCTP; empty with a mark, which takes all") String protocol,
        @Description("Name of the scheduler, such as wlc") String scheduler,
        @Description("Flags of the scheduler: FLAG_1, FLAG_2, FLAG_3") List<String> schedulerFlags,
        @Description("How packets get to servers that do not say it") ForwardingDetails forwarding,
        @Description("Seconds that a client stays with its server; 0 for not at all")
                int persistenceSeconds,
        @Description("Clients whose addresses agree so far count as one, 1..32 or 1..128")
                int persistencePrefixLength,
        @Description("Whether each packet of UDP is scheduled for itself") boolean onePacket,
        @Description("Whether checks rest while none of its addresses is here") boolean haSuspend,
        @Description("Whether the stop of the daemon is told as going down") boolean omega,
        @Description("Whether servers that do not say it stay with weight 0 when they fail")
                boolean inhibit,
        @Description("Weight of servers without one, 0..2147483647") int weight,
        @Description("Whether it says itself that mail is sent") boolean smtpAlert,
        @Description("Command of quorum_up, each word in quotes; empty for none") String quorumUp,
        @Description("Command of quorum_down, likewise") String quorumDown,
        @Description("What it says for all checks in it") ServerChecksDetails checks,
        @Description("Its sorry server; none where it has none")
                List<RealServerDetails> sorryServer) {

    /** One that is not there any more, for whoever still holds its bean. */
    public static VirtualServerDetails gone() {
        return new VirtualServerDetails(
                "",
                "",
                0,
                "",
                0,
                "IPv4",
                "",
                "",
                List.of(),
                new ForwardingDetails("MASQUERADING", "", 0, ""),
                0,
                0,
                false,
                false,
                false,
                false,
                0,
                false,
                "",
                "",
                ServerChecksDetails.none(),
                List.of());
    }
}

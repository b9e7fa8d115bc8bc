package org.ninelives.api.management;

/** What a real server is configured to be, as far as its status does not tell it. */
public record RealServerDetails(
        @Description("snmp_name; empty if it has none") String snmpName,
        @Description("Its address; empty if it is not there any more") String address,
        @Description("Its port, 0..65535; 0 for that of the packets") int port,
        @Description("How packets get to it") ForwardingDetails forwarding,
        @Description("Connections above which it gets no more, 0..4294967295; 0 for no limit")
                long upperThreshold,
        @Description("Connections below which it gets some again, 0..4294967295; 0 for 3/4")
                long lowerThreshold,
        @Description("Whether it stays in the kernel with weight 0 when it fails") boolean inhibit,
        @Description("Command of notify_up, each word in quotes; empty for none") String notifyUp,
        @Description("Command of notify_down, likewise") String notifyDown,
        @Description("Whether nothing says that no mail is sent about it") boolean smtpAlert,
        @Description("What it and its virtual server say for all its checks")
                ServerChecksDetails checks) {

    /** One that is not there any more, for whoever still holds its bean. */
    public static RealServerDetails gone() {
        return new RealServerDetails(
                "",
                "",
                0,
                new ForwardingDetails("MASQUERADING", "", 0, ""),
                0,
                0,
                false,
                "",
                "",
                false,
                ServerChecksDetails.none());
    }
}

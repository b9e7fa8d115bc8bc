package org.ninelives.api.management;

import java.util.List;
import java.util.Map;

/** What a virtual router is configured to do, as far as its status does not tell it. */
public record VrrpInstanceDetails(
        @Description("Its place in the configuration, 1 for the first; 0 if it does not run")
                int place,
        @Description("The sync group that it is a member of; empty if it is of none")
                String syncGroup,
        @Description("Whether its state is written as MASTER; the priority decides")
                boolean initiallyMaster,
        @Description("The interface of its adverts, a virtual one where it has that; may be empty")
                String runningInterface,
        @Description("Whether it takes mastership from a master of lower priority") boolean preempt,
        @Description("How long it leaves a master of lower priority alone, milliseconds; 0 for not")
                long preemptDelayMillis,
        @Description("How adverts are authenticated: NONE, PASS, AH or HMAC") String authentication,
        @Description("How long after a claim its addresses are announced again, milliseconds")
                long garpDelayMillis,
        @Description("Whether its own smtp_alert is on") boolean smtpAlert,
        @Description(
                        "Commands of its notify scripts by their occasions: MASTER, BACKUP, FAULT,"
                            + " STOP, DELETED, MASTER_RX_LOWER_PRI, PRE_STOP, and ANY of notify")
                Map<String, String> scripts,
        @Description("Whether packets to its addresses are taken in") boolean accept,
        @Description("Whether promote_secondaries is written") boolean promoteSecondaries,
        @Description("Whether its removal is told as DELETED") boolean deletedReported,
        @Description("The multicast group of its adverts; empty for unicast") String multicastGroup,
        @Description("Its addresses, those that are not in adverts last")
                List<VirtualAddressDetails> addresses,
        @Description("What it tracks itself") List<TrackerWeightDetails> trackers) {

    /** One that does not run any more, for whoever still holds its bean. */
    public static VrrpInstanceDetails gone() {
        return new VrrpInstanceDetails(
                0, "", false, "", false, 0, "NONE", 0, false, Map.of(), false, false, false, "",
                List.of(), List.of());
    }
}

package org.ninelives.api.management;

import java.util.List;
import java.util.Map;

/** What a sync group is configured to do, as far as its status does not tell it. */
public record VrrpSyncGroupDetails(
        @Description("Its place in the configuration, 1 for the first; 0 if it is not there")
                int place,
        @Description("Its virtual routers, in the order of the configuration") List<String> members,
        @Description("Whether its own smtp_alert is on") boolean smtpAlert,
        @Description("Commands of its notify scripts by their occasions, as of a virtual router")
                Map<String, String> scripts,
        @Description("Whether weights of what its members track count") boolean trackingWeight,
        @Description("What it tracks for its members") List<TrackerWeightDetails> trackers) {

    /** One that is not there any more, for whoever still holds its bean. */
    public static VrrpSyncGroupDetails gone() {
        return new VrrpSyncGroupDetails(0, List.of(), false, Map.of(), false, List.of());
    }
}

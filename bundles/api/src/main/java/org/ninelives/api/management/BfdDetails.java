package org.ninelives.api.management;

/** What a BFD session is for virtual routers, as it is configured. */
public record BfdDetails(
        @Description(
                        "Its place among the sessions that virtual routers can track, 1 for the"
                                + " first; 0 if it is none of them")
                int place,
        @Description("Its own weight, which holds where whoever tracks it says none, -253..253")
                int weight,
        @Description("Whether good counts as bad, and bad as good") boolean reverse) {

    /** One that no virtual router can track. */
    public static BfdDetails none() {
        return new BfdDetails(0, 0, false);
    }
}

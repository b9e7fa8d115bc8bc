package org.ninelives.api.management;

/**
 * How old the latest adverts of a virtual router are. They are ages and no times of day, as those
 * would be compared with the clock of another machine, and an interval may be shorter than clocks
 * differ.
 */
public record AdvertAges(
        @Description(
                        "Microseconds since this node sent its latest advert, one with priority 0"
                                + " included; -1 if it never did")
                long sentMicros,
        @Description(
                        "Microseconds since the latest advert of another router was accepted; -1 if"
                                + " none was")
                long receivedMicros) {

    /** The age of what never was. */
    public static final long NEVER = -1;

    /** Nothing was sent and nothing was heard. */
    public static final AdvertAges NONE = new AdvertAges(NEVER, NEVER);
}

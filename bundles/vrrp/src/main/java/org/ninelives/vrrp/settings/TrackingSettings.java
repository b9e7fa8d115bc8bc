package org.ninelives.vrrp.settings;

import java.util.List;
import org.ninelives.vrrp.core.Tracker;

/**
 * What besides the adverts decides whether a virtual router may take part.
 *
 * @param ownInterface it is in fault while its own interface is down; off with {@code
 *     dont_track_primary}
 * @param sourceAddress it is in fault while its configured source address is on no interface of its
 *     own ({@code track_src_ip})
 * @param trackers further interfaces and other things; those of its sync group are not repeated
 *     here
 */
public record TrackingSettings(
        boolean ownInterface, boolean sourceAddress, List<Tracker> trackers) {

    /** What holds when nothing is written. */
    public static final TrackingSettings DEFAULT = new TrackingSettings(true, false, List.of());

    public TrackingSettings {
        trackers = List.copyOf(trackers);
    }
}

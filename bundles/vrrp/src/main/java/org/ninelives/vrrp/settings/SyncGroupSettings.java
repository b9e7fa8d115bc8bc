package org.ninelives.vrrp.settings;

import java.util.List;
import org.ninelives.api.notify.Audience;
import org.ninelives.vrrp.core.Tracker;

/**
 * A {@code vrrp_sync_group}: virtual routers that change state together.
 *
 * @param name its name
 * @param members the names of its instances, in the order of the file; each one runs, and none is
 *     in another group
 * @param trackers followed for every member
 * @param trackingWeight weights of the members' own trackers count, so their priorities may differ
 *     ({@code sync_group_tracking_weight}). Without it the members' weights are 0 already
 * @param audience who wants to be told what happens to it
 */
public record SyncGroupSettings(
        String name,
        List<String> members,
        List<Tracker> trackers,
        boolean trackingWeight,
        Audience audience) {

    public SyncGroupSettings {
        members = List.copyOf(members);
        trackers = List.copyOf(trackers);
    }
}

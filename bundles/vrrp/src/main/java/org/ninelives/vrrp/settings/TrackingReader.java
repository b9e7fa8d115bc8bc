package org.ninelives.vrrp.settings;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.core.TrackerRules;

/** Reads what decides, besides the adverts, whether an instance may take part. */
final class TrackingReader {

    private TrackingReader() {}

    static TrackingSettings read(
            InstanceScope scope,
            RouterSettings router,
            Optional<IpAddress> configuredSource,
            TrackerReader reader) {
        List<Tracker> trackers = reader.read(scope.name(), scope.values());
        if (router.isOwner()) {
            TrackerRules left = TrackerRules.ofOwner(trackers);
            left.changes()
                    .forEach(
                            change ->
                                    scope.warn(
                                            TrackerKeywords.of(change.written().kind()),
                                            change.message()));
            trackers = left.trackers();
        }
        boolean source = scope.get(TrackingGrammar.TRACK_SRC_IP);
        if (source && configuredSource.isEmpty()) {
            scope.warn(
                    TrackingGrammar.TRACK_SRC_IP,
                    "has no effect without mcast_src_ip or unicast_src_ip");
            source = false;
        }
        return new TrackingSettings(
                !scope.get(TrackingGrammar.DONT_TRACK_PRIMARY), source, trackers);
    }
}

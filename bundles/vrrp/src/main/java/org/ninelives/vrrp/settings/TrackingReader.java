package org.ninelives.vrrp.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.core.TrackerRules;

/** Reads what decides, besides the adverts, whether an instance may take part. */
final class TrackingReader {

    private TrackingReader() {}

    static TrackingSettings read(
            InstanceScope scope, boolean owner, Optional<IpAddress> configuredSource) {
        List<Tracker> trackers =
                trackers(scope.values(), TrackingGrammar.TRACK_INTERFACE, scope.problems());
        if (owner) {
            TrackerRules left = TrackerRules.ofOwner(trackers);
            left.messages()
                    .forEach(message -> scope.warn(TrackingGrammar.TRACK_INTERFACE, message));
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

    /** The interfaces of a list; one written twice counts as written first. */
    static List<Tracker> trackers(
            Values values, Keyword<List<Located<Tracker>>> keyword, Problems problems) {
        Map<String, Tracker> unique = new LinkedHashMap<>();
        for (Located<Tracker> line : values.get(keyword)) {
            if (unique.putIfAbsent(line.value().name(), line.value()) != null) {
                problems.warning(
                        line.position(),
                        keyword.name(),
                        line.value().name() + " is written twice; the first one counts");
            }
        }
        return List.copyOf(unique.values());
    }
}

package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;

/** What a configuration defines for tracking, and what of it is tracked. */
public final class KnownTrackers {

    private final Map<TrackerKind, Map<String, TrackerDefinition>> definitions =
            new EnumMap<>(TrackerKind.class);
    private final Map<TrackerKind, Map<String, TrackerDefinition>> untracked =
            new EnumMap<>(TrackerKind.class);

    /** The definitions of a kind that somebody watches; of two of one name the first counts. */
    public void add(TrackerKind kind, List<TrackerDefinition> defined) {
        Map<String, TrackerDefinition> byName =
                definitions.computeIfAbsent(kind, any -> new LinkedHashMap<>());
        defined.forEach(definition -> byName.putIfAbsent(definition.name(), definition));
        untracked.put(kind, new LinkedHashMap<>(byName));
    }

    /** Whether somebody watches things of this kind. */
    boolean isWatched(TrackerKind kind) {
        return definitions.containsKey(kind);
    }

    /** The definition of something that is tracked; nothing if there is none. */
    Optional<TrackerDefinition> track(TrackerKind kind, String name) {
        Optional<TrackerDefinition> found =
                Optional.ofNullable(definitions.getOrDefault(kind, Map.of()).get(name));
        found.ifPresent(definition -> untracked.get(kind).remove(name));
        return found;
    }

    List<String> names(TrackerKind kind) {
        return List.copyOf(definitions.getOrDefault(kind, Map.of()).keySet());
    }

    /** What nobody has asked for by {@link #track}. */
    List<TrackerDefinition> untracked(TrackerKind kind) {
        return new ArrayList<>(untracked.getOrDefault(kind, Map.of()).values());
    }
}

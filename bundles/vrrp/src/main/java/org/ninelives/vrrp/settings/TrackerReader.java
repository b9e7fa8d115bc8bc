package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Suggestion;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.core.Tracker;

/**
 * Reads what instances and sync groups track. Definitions may stand anywhere in the file, behind
 * those who track them too.
 */
final class TrackerReader {

    private static final String UNTRACKED = "no vrrp_instance and no vrrp_sync_group tracks it";

    private final KnownTrackers known;
    private final Problems problems;

    TrackerReader(KnownTrackers known, Problems problems) {
        this.known = known;
        this.problems = problems;
    }

    /**
     * What a block tracks; whatever cannot be tracked is reported and left out.
     *
     * @param who whose block it is, for the message
     */
    List<Tracker> read(String who, Values values) {
        List<Tracker> trackers = new ArrayList<>();
        for (TrackerKind kind : TrackerKind.values()) {
            Map<String, Tracker> ofKind = new LinkedHashMap<>();
            for (Located<TrackedLine> line : values.get(TrackerKeywords.of(kind))) {
                String name = line.value().name();
                if (ofKind.containsKey(name)) {
                    problems.warning(
                            line.position(),
                            keyword(kind),
                            name + " is written twice; the first one counts");
                } else {
                    tracker(who, kind, line).ifPresent(tracker -> ofKind.put(name, tracker));
                }
            }
            trackers.addAll(ofKind.values());
        }
        return List.copyOf(trackers);
    }

    private Optional<Tracker> tracker(String who, TrackerKind kind, Located<TrackedLine> line) {
        TrackedLine written = line.value();
        if (kind == TrackerKind.INTERFACE) {
            return Optional.of(tracker(kind, written, 0, false));
        }
        Optional<TrackerDefinition> definition = known.track(kind, written.name());
        if (definition.isEmpty()) {
            problems.error(line.position(), keyword(kind), unknown(who, kind, written.name()));
        }
        return definition.map(found -> tracker(kind, written, found.weight(), found.reverse()));
    }

    private static Tracker tracker(
            TrackerKind kind, TrackedLine written, int weight, boolean reverse) {
        return new Tracker(
                kind,
                written.name(),
                written.weight().orElse(weight),
                written.reverse().orElse(reverse));
    }

    private String unknown(String who, TrackerKind kind, String name) {
        String runs = "; " + who + " runs without it";
        if (!known.isWatched(kind)) {
            return "no installed bundle watches what "
                    + TrackerKeywords.definition(kind)
                    + " defines, so "
                    + name
                    + " is not tracked"
                    + runs;
        }
        return "there is no "
                + TrackerKeywords.definition(kind)
                + " "
                + name
                + Suggestion.nearest(name, known.names(kind))
                        .map(guess -> ", did you mean '" + guess + "'?")
                        .orElse("")
                + runs;
    }

    /**
     * keepalived tells of what is defined and never tracked, and so is not watched. What checks may
     * follow as well is worth a note, and virtual servers are there for their own sake.
     */
    void warnOfUntracked() {
        for (TrackerKind kind : TrackerKind.values()) {
            for (TrackerDefinition definition : known.untracked(kind)) {
                switch (kind) {
                    case INTERFACE, SCRIPT, PROCESS ->
                            problems.warning(
                                    definition.position(),
                                    TrackerKeywords.definition(kind),
                                    definition.name() + " is not used: " + UNTRACKED);
                    case FILE, BFD ->
                            problems.note(
                                    definition.position(),
                                    TrackerKeywords.definition(kind),
                                    definition.name() + " is of use to checks only: " + UNTRACKED);
                    case VIRTUAL_SERVER -> {}
                }
            }
        }
    }

    private static String keyword(TrackerKind kind) {
        return TrackerKeywords.of(kind).name();
    }
}

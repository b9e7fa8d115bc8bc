package org.ninelives.vrrp.settings;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;

/** The keywords that tie instances and sync groups to what others watch; one for each kind. */
final class TrackerKeywords {

    private static final Map<TrackerKind, Keyword<List<Located<TrackedLine>>>> KEYWORDS =
            new EnumMap<>(TrackerKind.class);

    static {
        for (TrackerKind kind : TrackerKind.values()) {
            KEYWORDS.put(
                    kind,
                    Keyword.entries("track_" + kind.word(), new TrackedEntry(kind), help(kind)));
        }
    }

    private TrackerKeywords() {}

    static Keyword<List<Located<TrackedLine>>> of(TrackerKind kind) {
        return KEYWORDS.get(kind);
    }

    static List<Keyword<?>> all() {
        return List.copyOf(KEYWORDS.values());
    }

    /** The block that defines things of this kind; interfaces need none. */
    static String definition(TrackerKind kind) {
        return switch (kind) {
            case INTERFACE -> "interface";
            case SCRIPT -> "vrrp_script";
            case FILE -> "track_file";
            case PROCESS -> "vrrp_track_process";
            case BFD -> "bfd_instance";
            case VIRTUAL_SERVER -> "virtual_server";
        };
    }

    private static String help(TrackerKind kind) {
        return switch (kind) {
            case INTERFACE -> "further interfaces that decide about fault or priority";
            case SCRIPT -> "scripts whose results decide about fault or priority";
            case FILE -> "files whose numbers decide about fault or priority";
            case PROCESS -> "processes that decide about fault or priority";
            case BFD -> "BFD sessions that decide about fault or priority";
            case VIRTUAL_SERVER -> "virtual servers whose quorum decides about fault or priority";
        };
    }
}

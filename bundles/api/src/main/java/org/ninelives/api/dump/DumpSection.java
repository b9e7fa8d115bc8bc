package org.ninelives.api.dump;

import java.util.List;

/**
 * A part of a file.
 *
 * @param place sections stand in the order of their places
 * @param heading the title above it; none when empty
 * @param lines without line ends, indented as they are to be
 */
public record DumpSection(Place place, String heading, List<String> lines) {

    /** The places of sections, in the order of the file. */
    public enum Place {
        GLOBAL,
        INSTANCES,
        GROUPS,
        SCRIPTS,
        FILES,
        PROCESSES,
        SESSIONS,
        SERVERS,
        INTERFACES,
        OTHER
    }

    public DumpSection {
        lines = List.copyOf(lines);
    }

    /** One of these lines; none where there are none, as an empty file is not written. */
    public static List<DumpSection> ofAny(Place place, String heading, List<String> lines) {
        return lines.isEmpty() ? List.of() : List.of(new DumpSection(place, heading, lines));
    }
}

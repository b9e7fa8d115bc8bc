package org.ninelives.lvs.settings;

import java.util.List;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Values;

/** Reads all that is said about load balancing. */
public final class LvsReader {

    private LvsReader() {}

    /**
     * Reads the settings; a virtual server that cannot run is reported and left out.
     *
     * @param grammar the one that {@code root} was read by
     */
    public static LvsSettings read(
            LvsGrammar grammar, Values root, Values globalDefs, Problems problems) {
        return LvsSettings.NONE;
    }

    /**
     * The virtual servers that {@code track_virtual_server} can name, see {@link
     * VirtualServerSettings#trackerName}.
     *
     * @param grammar the one that {@code root} was read by
     */
    public static List<TrackerDefinition> definitions(LvsGrammar grammar, Values root) {
        return List.of();
    }
}

package org.ninelives.lvs.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.grammar.Values;
import org.ninelives.lvs.settings.LvsGrammar;
import org.ninelives.lvs.settings.LvsReader;

/**
 * The virtual servers as something to track.
 *
 * @param grammar the one that the configuration is being read by
 */
record QuorumSource(QuorumBoard board, Supplier<LvsGrammar> grammar) implements TrackerSource {

    @Override
    public TrackerKind kind() {
        return TrackerKind.VIRTUAL_SERVER;
    }

    @Override
    public List<TrackerDefinition> definitions(Values root) {
        return LvsReader.definitions(grammar.get(), root);
    }

    @Override
    public void follow(TrackerListener listener, Set<String> names) {
        board.follow(listener, names);
    }
}

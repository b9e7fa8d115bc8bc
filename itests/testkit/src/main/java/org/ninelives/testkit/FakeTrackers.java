package org.ninelives.testkit;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.Position;
import org.ninelives.config.grammar.Values;

/** Things that can be followed, whatever the configuration says. */
public record FakeTrackers(TrackerKind kind, List<TrackerDefinition> defined)
        implements TrackerSource {

    /** Of these names, with weight 1. */
    public static FakeTrackers of(TrackerKind kind, String... names) {
        return new FakeTrackers(
                kind,
                Stream.of(names)
                        .map(name -> new TrackerDefinition(name, 1, false, new Position("x", 1)))
                        .toList());
    }

    @Override
    public List<TrackerDefinition> definitions(Values root) {
        return defined;
    }

    @Override
    public void follow(TrackerListener listener, Set<String> names) {
        throw new UnsupportedOperationException();
    }
}

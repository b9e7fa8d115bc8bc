package org.ninelives.vrrp.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.Position;
import org.ninelives.config.grammar.Values;

/** Watches things that a test changes. */
final class FakeSource implements TrackerSource {

    /** What it knows; all else is absent. */
    final Map<String, Finding> known = new HashMap<>();

    private final TrackerKind kind;
    private Set<String> names = Set.of();
    private boolean fails;
    private TrackerListener listener;

    FakeSource(TrackerKind kind) {
        this.kind = kind;
    }

    /** Throws whatever it is asked to follow. */
    FakeSource failing() {
        fails = true;
        return this;
    }

    /** Finds something out, and tells it to whoever follows it. */
    void find(String name, Finding finding) {
        known.put(name, finding);
        if (names.contains(name)) {
            listener.found(kind, name, finding);
        }
    }

    /** What is followed, sorted. */
    List<String> followed() {
        return List.copyOf(new TreeSet<>(names));
    }

    @Override
    public TrackerKind kind() {
        return kind;
    }

    @Override
    public List<TrackerDefinition> definitions(Values root) {
        return known.keySet().stream()
                .map(name -> new TrackerDefinition(name, 0, false, new Position("fake.conf", 1)))
                .toList();
    }

    @Override
    public void follow(TrackerListener by, Set<String> wanted) {
        if (fails) {
            throw new IllegalStateException("out of order");
        }
        listener = by;
        names = Set.copyOf(wanted);
        names.forEach(name -> by.found(kind, name, known.getOrDefault(name, Finding.ABSENT)));
    }
}

package org.ninelives.api.track;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.api.management.TrackerUser;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.notify.TrackerEvent;

/**
 * What a {@link TrackerSource} has found, and whom it tells: its followers, whoever hears events,
 * and the beans. Safe for use by several threads; all are told in the order of the findings.
 */
public final class TrackerBoard {

    private final TrackerKind kind;
    private final EventSink events;
    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<TrackerListener, Set<String>> followers = new LinkedHashMap<>();

    private record Entry(Finding finding, TrackerStatus status) {}

    /** Of a source that watches nothing yet. */
    public TrackerBoard(TrackerKind kind, EventSink events, Clock clock) {
        this.kind = kind;
        this.events = events;
        this.clock = clock;
    }

    /** The kind of all that is on it. */
    public TrackerKind kind() {
        return kind;
    }

    /** A bean that tells of a thing while it is defined. */
    public TrackerMXBean bean(String name) {
        return new BoardBean(this, name);
    }

    /**
     * Exactly these things may be followed from now on. Those that were there before keep what was
     * found; nobody is told.
     */
    public synchronized void define(Collection<String> names) {
        entries.keySet().retainAll(names);
        names.forEach(name -> entries.computeIfAbsent(name, this::unknown));
    }

    private Entry unknown(String name) {
        return new Entry(
                Finding.UNKNOWN,
                new TrackerStatus(kind.word(), name, "UNKNOWN", 0, 0, "", List.of()));
    }

    /** As {@link TrackerSource#follow}. */
    public synchronized void follow(TrackerListener listener, Set<String> names) {
        if (names.isEmpty()) {
            followers.remove(listener);
            return;
        }
        followers.put(listener, new LinkedHashSet<>(names));
        for (String name : names) {
            Entry entry = entries.get(name);
            listener.found(kind, name, entry == null ? Finding.ABSENT : entry.finding());
        }
    }

    /** The things that are defined and that somebody follows. */
    public synchronized Set<String> followed() {
        Set<String> names = new TreeSet<>();
        followers.values().forEach(names::addAll);
        names.retainAll(entries.keySet());
        return names;
    }

    /**
     * A thing was found to be so; of one that is not defined, nothing is told.
     *
     * @param value what it counts, see {@link TrackerStatus#value}
     * @param text the log line, told when the finding is another than before
     */
    public synchronized void found(String name, Finding finding, long value, String text) {
        Entry before = entries.get(name);
        if (before == null) {
            return;
        }
        if (before.finding().equals(finding)) {
            counted(name, value);
            return;
        }
        TrackerStatus status =
                new TrackerStatus(
                        kind.word(), name, word(finding), value, clock.millis(), text, List.of());
        entries.put(name, new Entry(finding, status));
        followers.forEach(
                (listener, names) -> {
                    if (names.contains(name)) {
                        listener.found(kind, name, finding);
                    }
                });
        events.publish(new TrackerEvent(kind, name, before.finding(), finding, text));
    }

    /** A thing counts so many now, which does not change the finding. */
    public synchronized void counted(String name, long value) {
        entries.computeIfPresent(
                name,
                (same, entry) -> new Entry(entry.finding(), withValue(entry.status(), value)));
    }

    /** What was found of a thing is of no use any more, such as when nobody follows it. */
    public synchronized void forget(String name) {
        entries.computeIfPresent(name, (same, entry) -> unknown(name));
    }

    /** What is known of a thing; of one that is not defined any more it says so. */
    public synchronized TrackerStatus status(String name) {
        Entry entry = entries.get(name);
        return entry == null
                ? new TrackerStatus(
                        kind.word(),
                        name,
                        "ABSENT",
                        0,
                        0,
                        "it is not configured any more",
                        List.of())
                : entry.status().withUsers(users(name));
    }

    private List<TrackerUser> users(String name) {
        return followers.entrySet().stream()
                .filter(each -> each.getValue().contains(name))
                .flatMap(each -> each.getKey().users(kind, name).stream())
                .toList();
    }

    private static String word(Finding finding) {
        return switch (finding) {
            case Finding.Value value -> "VALUE";
            case Finding.Known known -> known.name();
        };
    }

    private static TrackerStatus withValue(TrackerStatus status, long value) {
        return new TrackerStatus(
                status.kind(),
                status.name(),
                status.state(),
                value,
                status.sinceMillis(),
                status.lastChange(),
                status.users());
    }
}

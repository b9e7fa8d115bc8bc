package org.ninelives.vrrp.engine;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.ninelives.api.management.TrackerUser;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.core.Thing;
import org.ninelives.vrrp.settings.KnownTrackers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those who watch what virtual routers track. Safe for use by several threads, but for {@link
 * #follow}, {@link #handOver} and {@link #end}, which belong to one.
 */
public final class Watchers implements TrackerListener {

    private static final Logger LOG = LoggerFactory.getLogger(Watchers.class);

    /** Takes what is found out, in order. */
    interface Taker {

        void found(Thing thing, Finding finding);
    }

    private static final Taker NOBODY = (thing, finding) -> {};

    private final Map<TrackerKind, TrackerSource> sources = new ConcurrentHashMap<>();
    private volatile Set<Thing> followed = Set.of();
    private volatile Map<Thing, List<TrackerUser>> users = Map.of();

    /** What was told since the last {@link #follow}; guarded by this, as are the next two. */
    private final Map<Thing, Finding> gathered = new HashMap<>();

    private boolean gathering;
    private Taker taker = NOBODY;

    /** One more who watches; followed from the next configuration on. */
    public void add(TrackerSource source) {
        sources.put(source.kind(), source);
        if (isFollowed(source.kind())) {
            LOG.warn(
                    "Who watches each {} is new; until the next reload the last findings hold",
                    source.kind().word());
        }
    }

    /** Who watched things goes; what was found last stays. */
    public void remove(TrackerSource source) {
        if (sources.remove(source.kind(), source) && isFollowed(source.kind())) {
            LOG.warn(
                    "Nobody watches any {} any more; the last findings hold", source.kind().word());
        }
    }

    /** The command of a {@code vrrp_script}; its name while nobody knows it. */
    public String scriptCommand(String name) {
        TrackerSource source = sources.get(TrackerKind.SCRIPT);
        return source == null ? name : source.title(name);
    }

    private boolean isFollowed(TrackerKind kind) {
        return followed.stream().anyMatch(thing -> thing.kind() == kind);
    }

    /** What a configuration defines for those who are there. */
    public KnownTrackers known(Values root) {
        KnownTrackers known = new KnownTrackers();
        sources.values().forEach(source -> known.add(source.kind(), source.definitions(root)));
        return known;
    }

    /**
     * Follows exactly these things from now on. What is found out about them is gathered until it
     * is handed over.
     */
    void follow(Set<Thing> things) {
        followed = Set.copyOf(things);
        synchronized (this) {
            gathering = true;
            gathered.clear();
        }
        Map<TrackerKind, Set<String>> names = new EnumMap<>(TrackerKind.class);
        things.forEach(
                thing ->
                        names.computeIfAbsent(thing.kind(), kind -> new HashSet<>())
                                .add(thing.name()));
        // Not under the lock: a source has one of its own, under which it tells.
        sources.forEach((kind, source) -> follow(source, names.getOrDefault(kind, Set.of())));
    }

    private void follow(TrackerSource source, Set<String> names) {
        try {
            source.follow(this, names);
        } catch (RuntimeException e) {
            LOG.error("Whoever watches each {} failed", source.kind().word(), e);
        }
    }

    /**
     * Hands over what was gathered, and whatever comes after that to {@code next}.
     *
     * @param first takes what is known at this moment; nothing reaches {@code next} before it has
     *     returned
     * @return what {@code first} does
     */
    synchronized <R> R handOver(Function<Map<Thing, Finding>, R> first, Taker next) {
        R result = first.apply(Map.copyOf(gathered));
        gathering = false;
        taker = next;
        return result;
    }

    /** These count what is followed, from now on. */
    void countedBy(Map<Thing, List<TrackerUser>> next) {
        users = next;
    }

    @Override
    public List<TrackerUser> users(TrackerKind kind, String name) {
        return List.copyOf(users.getOrDefault(new Thing(kind, name), List.of()));
    }

    /** Follows nothing any more. */
    void end() {
        countedBy(Map.of());
        follow(Set.of());
        handOver(nothing -> true, NOBODY);
    }

    @Override
    public synchronized void found(TrackerKind kind, String name, Finding finding) {
        Thing thing = new Thing(kind, name);
        if (gathering) {
            gathered.put(thing, finding);
        } else {
            taker.found(thing, finding);
        }
    }
}

package org.ninelives.check.engine;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.FollowMethod;
import org.ninelives.api.management.TrackerUser;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.grammar.Values;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who watch what checks follow. Safe for use by several threads. */
final class Followed implements TrackerListener {

    private static final Logger LOG = LoggerFactory.getLogger(Followed.class);

    private final Map<TrackerKind, TrackerSource> sources = new ConcurrentHashMap<>();
    private final BiConsumer<Thing, Finding> taker;
    private volatile Map<Thing, Set<TrackerUser>> users = Map.of();

    /**
     * Of nothing.
     *
     * @param taker takes what is found, on any thread
     */
    Followed(BiConsumer<Thing, Finding> taker) {
        this.taker = taker;
    }

    /** One more who watches; followed from the next configuration on. */
    void add(TrackerSource source) {
        sources.put(source.kind(), source);
    }

    /** Who watched things goes; what was found last stays. */
    void remove(TrackerSource source) {
        sources.remove(source.kind(), source);
    }

    /** Follows exactly these things; what is known of them has been told when this returns. */
    void follow(Set<Thing> things) {
        Map<TrackerKind, Set<String>> names = new EnumMap<>(TrackerKind.class);
        for (Thing thing : things) {
            names.computeIfAbsent(thing.kind(), kind -> new TreeSet<>()).add(thing.name());
        }
        sources.forEach((kind, source) -> follow(source, names.getOrDefault(kind, Set.of())));
    }

    private void follow(TrackerSource source, Set<String> names) {
        try {
            source.follow(this, names);
        } catch (RuntimeException e) {
            LOG.error("Whoever watches each {} failed", source.kind().word(), e);
        }
    }

    /** These are the checks for which things are followed. */
    void countedBy(List<CheckAssignment> assignments) {
        Map<Thing, Set<TrackerUser>> next = new HashMap<>();
        for (CheckAssignment assignment : assignments) {
            if (assignment.check() instanceof Check.Followed check) {
                FollowMethod method = check.follow();
                next.computeIfAbsent(Thing.of(method), thing -> new LinkedHashSet<>())
                        .add(
                                new TrackerUser(
                                        "virtual_server",
                                        assignment.key().virtualServer(),
                                        method.factor(),
                                        method.isReverse()));
            }
        }
        users = next;
    }

    @Override
    public List<TrackerUser> users(TrackerKind kind, String name) {
        return List.copyOf(users.getOrDefault(new Thing(kind, name), Set.of()));
    }

    /** What one look at the thing says, where one look says anything; nothing is followed. */
    CheckResult look(Check.Followed check, Values root, Consumer<String> story) {
        FollowMethod method = check.follow();
        return Optional.ofNullable(sources.get(method.kind()))
                .flatMap(source -> source.look(root, method.tracker(), story))
                .map(method::judge)
                .orElseGet(
                        () ->
                                CheckResult.failed(
                                        check.keyword()
                                                + " follows "
                                                + method.kind().word()
                                                + " "
                                                + method.tracker()
                                                + ", which only the running daemon watches; its"
                                                + " beans and its log tell how that stands"));
    }

    @Override
    public void found(TrackerKind kind, String name, Finding finding) {
        taker.accept(new Thing(kind, name), finding);
    }
}

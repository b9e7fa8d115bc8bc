package org.ninelives.vrrp.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.core.TrackerRules;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.SyncGroupSettings;
import org.ninelives.vrrp.settings.VrrpSettings;

/**
 * What operators may set in place of some settings. Immutable.
 *
 * <p>The methods that make keys throw IllegalStateException where there is no such virtual router,
 * and IllegalArgumentException, with a sentence, where it may not have such a value.
 */
public final class Overridable {

    private static final int PRIORITY_MAX = RouterSettings.OWNER_PRIORITY - 1;

    private final Map<String, InstanceSettings> instances = new LinkedHashMap<>();
    private final Map<String, SyncGroupSettings> groupsByMember = new HashMap<>();
    private final List<SyncGroupSettings> groups;

    Overridable(VrrpSettings settings) {
        settings.instances().forEach(each -> instances.put(each.name(), each));
        groups = settings.groups();
        groups.forEach(group -> group.members().forEach(name -> groupsByMember.put(name, group)));
    }

    /** A priority in place of the configured one. */
    public OverrideKey priority(String instance, int priority) {
        if (find(instance).router().isOwner()) {
            throw new IllegalArgumentException("the owner of the addresses keeps priority 255");
        }
        if (priority < 1 || priority > PRIORITY_MAX) {
            throw new IllegalArgumentException(
                    "priority: " + priority + " is not in 1.." + PRIORITY_MAX);
        }
        return new OverrideKey(OverrideKind.PRIORITY, instance);
    }

    /** Something that is on or off. */
    public OverrideKey state(OverrideKind kind, String instance) {
        return new OverrideKey(kind, find(instance).name());
    }

    /**
     * A weight in place of the configured one, for the instance or, if that does not track it, its
     * sync group.
     *
     * @param words kind and name, such as {@code script chk}
     */
    public OverrideKey trackerWeight(String instance, String words, int weight) {
        InstanceSettings settings = find(instance);
        Optional<Tracker> own = find(settings.tracking().trackers(), words);
        if (own.isPresent()) {
            Tracker changed = own.get().withWeight(weight);
            objection(settings, changed)
                    .ifPresent(
                            sentence -> {
                                throw new IllegalArgumentException(sentence);
                            });
            return weightKey(instance, changed);
        }
        SyncGroupSettings group =
                group(instance)
                        .filter(each -> find(each.trackers(), words).isPresent())
                        .orElseThrow(() -> notTracked(settings, words));
        return weightKey(
                group.name(), find(group.trackers(), words).orElseThrow().withWeight(weight));
    }

    private IllegalArgumentException notTracked(InstanceSettings instance, String words) {
        List<String> tracked = instance.tracking().trackers().stream().map(Tracker::words).toList();
        return new IllegalArgumentException(
                "%s does not track '%s'%s"
                        .formatted(
                                instance.name(),
                                words,
                                tracked.isEmpty()
                                        ? ", nor anything else"
                                        : "; it tracks " + String.join(", ", tracked)));
    }

    /** All that can be overridden of one virtual router and what it tracks itself. */
    public Set<OverrideKey> concerning(String instance) {
        Set<OverrideKey> keys = new HashSet<>();
        for (OverrideKind kind : OverrideKind.values()) {
            keys.add(state(kind, instance));
        }
        find(instance)
                .tracking()
                .trackers()
                .forEach(tracker -> keys.add(weightKey(instance, tracker)));
        return keys;
    }

    /** What would hold without overrides, of those whose objects are there. */
    public Map<OverrideKey, String> configured(Collection<OverrideKey> keys) {
        Map<OverrideKey, String> values = new HashMap<>();
        keys.forEach(key -> value(key).ifPresent(value -> values.put(key, value)));
        return values;
    }

    /** What would hold without an override; empty if it is about nothing that is here. */
    Optional<String> value(OverrideKey key) {
        return switch (key.kind()) {
            case PRIORITY ->
                    Optional.ofNullable(instances.get(key.subject()))
                            .map(found -> Integer.toString(found.router().priority()));
            case STANDBY, DISABLED ->
                    Optional.ofNullable(instances.get(key.subject()))
                            .map(found -> LiveOverride.OFF);
            case TRACKER_WEIGHT -> weight(key);
            case WEIGHT, DRAIN -> Optional.empty();
        };
    }

    private Optional<String> weight(OverrideKey key) {
        for (InstanceSettings each : instances.values()) {
            for (Tracker tracker : each.tracking().trackers()) {
                if (weightKey(each.name(), tracker).equals(key)) {
                    return Optional.of(Integer.toString(tracker.weight()));
                }
            }
        }
        for (SyncGroupSettings each : groups) {
            for (Tracker tracker : each.trackers()) {
                if (weightKey(each.name(), tracker).equals(key)) {
                    return Optional.of(Integer.toString(tracker.weight()));
                }
            }
        }
        return Optional.empty();
    }

    static OverrideKey weightKey(String follower, Tracker tracker) {
        return OverrideKey.within(OverrideKind.TRACKER_WEIGHT, follower, tracker.words());
    }

    /** Why an instance may not track something with this weight, a sentence. */
    Optional<String> objection(InstanceSettings instance, Tracker changed) {
        List<Tracker> one = List.of(changed);
        if (instance.router().isOwner()) {
            return sentence(TrackerRules.ofOwner(one));
        }
        return group(instance.name())
                .filter(group -> !group.trackingWeight())
                .flatMap(group -> sentence(TrackerRules.ofMember(group.name(), one)));
    }

    private static Optional<String> sentence(TrackerRules rules) {
        return rules.changes().stream().map(TrackerRules.Change::message).findFirst();
    }

    /** The sync group of an instance. */
    Optional<SyncGroupSettings> group(String instance) {
        return Optional.ofNullable(groupsByMember.get(instance));
    }

    private static Optional<Tracker> find(List<Tracker> trackers, String words) {
        return trackers.stream().filter(tracker -> tracker.words().equals(words)).findFirst();
    }

    private InstanceSettings find(String instance) {
        return Optional.ofNullable(instances.get(instance))
                .orElseThrow(
                        () -> new IllegalStateException("no virtual router " + instance + " runs"));
    }
}

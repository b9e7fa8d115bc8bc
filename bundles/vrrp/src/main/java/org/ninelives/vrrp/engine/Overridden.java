package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.SyncGroupSettings;
import org.ninelives.vrrp.settings.VrrpSettings;

/**
 * What operators have set in place of the configuration, and the settings it is set against. What
 * these do not allow any more, such as a priority of one that is an owner now, does not hold. Loop
 * thread only.
 */
final class Overridden {

    private Map<OverrideKey, LiveOverride> held = Map.of();
    private Overridable configured = new Overridable(VrrpSettings.NONE);

    /** Exactly these hold from now on. */
    void hold(Map<OverrideKey, LiveOverride> overrides) {
        held = overrides;
    }

    /** These are the settings from now on. */
    void configure(VrrpSettings settings) {
        configured = new Overridable(settings);
    }

    /** The priority in place of the configured one. */
    OptionalInt priority(InstanceSettings instance) {
        return find(OverrideKind.PRIORITY, instance.name())
                .filter(override -> !instance.router().isOwner())
                .map(override -> OptionalInt.of(override.number()))
                .orElse(OptionalInt.empty());
    }

    boolean isStandby(InstanceSettings instance) {
        return find(OverrideKind.STANDBY, instance.name()).isPresent();
    }

    boolean isDisabled(InstanceSettings instance) {
        return find(OverrideKind.DISABLED, instance.name()).isPresent();
    }

    /** What an instance tracks for itself, with the weights that hold. */
    List<Tracker> trackers(InstanceSettings instance) {
        if (held.isEmpty()) {
            return instance.tracking().trackers();
        }
        return instance.tracking().trackers().stream()
                .map(
                        tracker ->
                                weight(instance.name(), tracker)
                                        .map(override -> tracker.withWeight(override.number()))
                                        .filter(changed -> mayTrack(instance, changed))
                                        .orElse(tracker))
                .toList();
    }

    private boolean mayTrack(InstanceSettings instance, Tracker changed) {
        return configured.objection(instance, changed).isEmpty();
    }

    /** What a sync group tracks for an instance, with the weights that hold. */
    List<Tracker> trackersOfGroup(InstanceSettings instance) {
        return configured.group(instance.name()).map(this::trackers).orElse(List.of());
    }

    private List<Tracker> trackers(SyncGroupSettings group) {
        return group.trackers().stream()
                .map(
                        tracker ->
                                weight(group.name(), tracker)
                                        .map(override -> tracker.withWeight(override.number()))
                                        .orElse(tracker))
                .toList();
    }

    /** All that is set for an instance, and for what it or its sync group tracks. */
    List<OverrideStatus> statuses(InstanceSettings instance) {
        return of(instance).stream()
                .map(each -> each.status(configured.value(each.key()).orElse("")))
                .toList();
    }

    /** The same as sentences. */
    List<String> sentences(InstanceSettings instance) {
        return of(instance).stream()
                .map(each -> each.sentence(configured.value(each.key()).orElse("")))
                .toList();
    }

    private List<LiveOverride> of(InstanceSettings instance) {
        List<LiveOverride> all = new ArrayList<>();
        String name = instance.name();
        if (priority(instance).isPresent()) {
            find(OverrideKind.PRIORITY, name).ifPresent(all::add);
        }
        find(OverrideKind.STANDBY, name).ifPresent(all::add);
        find(OverrideKind.DISABLED, name).ifPresent(all::add);
        weights(name, instance.tracking().trackers()).forEach(all::add);
        configured
                .group(name)
                .ifPresent(group -> weights(group.name(), group.trackers()).forEach(all::add));
        return all;
    }

    private Stream<LiveOverride> weights(String follower, List<Tracker> trackers) {
        return trackers.stream().flatMap(tracker -> weight(follower, tracker).stream());
    }

    private Optional<LiveOverride> weight(String follower, Tracker tracker) {
        return Optional.ofNullable(held.get(Overridable.weightKey(follower, tracker)))
                .filter(override -> tracker.takesWeight(override.number()));
    }

    private Optional<LiveOverride> find(OverrideKind kind, String instance) {
        return Optional.ofNullable(held.get(new OverrideKey(kind, instance)));
    }
}

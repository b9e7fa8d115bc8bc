package org.ninelives.lvs.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.lvs.core.DrainWish;
import org.ninelives.lvs.core.ServerWishes;
import org.ninelives.lvs.core.Wishes;

/** What operators have set in place of the configuration. Loop thread only. */
final class Overridden {

    private Map<OverrideKey, LiveOverride> held = Map.of();

    /** Exactly these hold from now on. */
    void hold(Map<OverrideKey, LiveOverride> overrides) {
        held = overrides;
    }

    /** What they are for a virtual server and all its real servers, those to come included. */
    Wishes wishes(String virtualServer) {
        Map<String, ServerWishes> servers = new HashMap<>();
        for (OverrideKey key : held.keySet()) {
            if (key.subject().startsWith(virtualServer + " ")) {
                String realServer = key.subject().substring(virtualServer.length() + 1);
                servers.computeIfAbsent(realServer, name -> serverWishes(key.subject()));
            }
        }
        return new Wishes(find(OverrideKind.DISABLED, virtualServer).isPresent(), servers);
    }

    private ServerWishes serverWishes(String subject) {
        return new ServerWishes(
                find(OverrideKind.WEIGHT, subject)
                        .map(override -> OptionalInt.of(override.number()))
                        .orElse(OptionalInt.empty()),
                find(OverrideKind.DISABLED, subject).isPresent(),
                find(OverrideKind.DRAIN, subject)
                        .map(
                                override ->
                                        new DrainWish(
                                                override.setMillis(),
                                                Duration.ofSeconds(override.number()))));
    }

    /** All that is set for an object itself. */
    List<LiveOverride> of(String subject) {
        List<LiveOverride> all = new ArrayList<>();
        for (OverrideKind kind : OverrideKind.values()) {
            find(kind, subject).ifPresent(all::add);
        }
        return all;
    }

    private Optional<LiveOverride> find(OverrideKind kind, String subject) {
        return Optional.ofNullable(held.get(new OverrideKey(kind, subject)));
    }
}

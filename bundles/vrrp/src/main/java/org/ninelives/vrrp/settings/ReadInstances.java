package org.ninelives.vrrp.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.config.grammar.Values;

/**
 * What was read of each {@code vrrp_instance} in the last reading. An instance of which nothing has
 * changed is taken from here, as the very same object: so it takes no time to see that it is to
 * stay as it is.
 *
 * <p>Kept are only instances whose settings follow from their own block and {@code global_defs}
 * alone. Used by one thread.
 */
public final class ReadInstances {

    private Optional<Values> globals = Optional.empty();
    private Map<String, ReadInstance> earlier = Map.of();
    private Map<String, ReadInstance> current = new HashMap<>();

    private record ReadInstance(Values values, InstanceSettings settings) {}

    /** A reading begins. */
    void begin(Values globalDefs) {
        earlier = globals.filter(globalDefs::isCopyOf).isPresent() ? current : Map.of();
        globals = Optional.of(globalDefs);
        current = new HashMap<>();
    }

    /** What was read of an instance, if its block is as it was. */
    Optional<InstanceSettings> find(String name, Values values) {
        return Optional.ofNullable(earlier.get(name))
                .filter(read -> values.isCopyOf(read.values))
                .map(ReadInstance::settings);
    }

    /** Keeps what was read of an instance without a problem. */
    void keep(String name, Values values, InstanceSettings settings) {
        boolean needsFiles =
                values.isSet(AuthenticationGrammar.AUTH_HMAC)
                        || !settings.routing().equals(Routing.NONE);
        boolean needsDefinitions =
                settings.tracking().trackers().stream()
                        .anyMatch(tracker -> tracker.kind() != TrackerKind.INTERFACE);
        if (!needsFiles && !needsDefinitions) {
            current.put(name, new ReadInstance(values, settings));
        }
    }
}

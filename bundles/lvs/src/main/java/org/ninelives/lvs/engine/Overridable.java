package org.ninelives.lvs.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.lvs.settings.LvsSettings;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;

/**
 * What operators may set in place of some settings. Immutable.
 *
 * <p>The methods that make keys throw IllegalStateException where there is no such server.
 */
public final class Overridable {

    private final Map<String, VirtualServerSettings> servers = new HashMap<>();

    Overridable(LvsSettings settings) {
        settings.virtualServers().forEach(each -> servers.put(each.name(), each));
    }

    /** Something about a virtual server. */
    public OverrideKey of(OverrideKind kind, String virtualServer) {
        find(virtualServer);
        return new OverrideKey(kind, virtualServer);
    }

    /** Something about a real server. */
    public OverrideKey of(OverrideKind kind, String virtualServer, String realServer) {
        find(find(virtualServer), realServer);
        return OverrideKey.within(kind, virtualServer, realServer);
    }

    private VirtualServerSettings find(String virtualServer) {
        return Optional.ofNullable(servers.get(virtualServer))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "there is no virtual server " + virtualServer));
    }

    private static RealServerSettings find(VirtualServerSettings virtual, String realServer) {
        return virtual.realServers().stream()
                .filter(each -> each.name().equals(realServer))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "there is no real server %s of virtual server %s"
                                                .formatted(realServer, virtual.name())));
    }

    /** What would hold without overrides, of those whose objects are there. */
    public Map<OverrideKey, String> configured(Collection<OverrideKey> keys) {
        Map<OverrideKey, String> values = new HashMap<>();
        for (OverrideKey key : keys) {
            if (key.kind() == OverrideKind.DISABLED && servers.containsKey(key.subject())) {
                values.put(key, LiveOverride.OFF);
            }
            servers.values().forEach(virtual -> addOfReal(values, key, virtual));
        }
        return values;
    }

    private static void addOfReal(
            Map<OverrideKey, String> values, OverrideKey key, VirtualServerSettings virtual) {
        if (!key.subject().startsWith(virtual.name() + " ")) {
            return;
        }
        for (RealServerSettings real : virtual.realServers()) {
            if (OverrideKey.within(key.kind(), virtual.name(), real.name()).equals(key)) {
                switch (key.kind()) {
                    case WEIGHT -> values.put(key, Integer.toString(real.weight()));
                    case DISABLED, DRAIN -> values.put(key, LiveOverride.OFF);
                    case PRIORITY, STANDBY, TRACKER_WEIGHT -> {}
                }
            }
        }
    }
}

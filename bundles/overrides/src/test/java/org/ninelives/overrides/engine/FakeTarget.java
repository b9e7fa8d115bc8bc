package org.ninelives.overrides.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideTarget;

/** Has virtual routers of which all that can be overridden is {@code 100} or {@code off}. */
final class FakeTarget implements OverrideTarget {

    private final List<String> instances;
    private Map<OverrideKey, LiveOverride> held = Map.of();
    private int calls;
    private boolean failing;

    FakeTarget(String... instances) {
        this.instances = List.of(instances);
    }

    void failFromNowOn() {
        failing = true;
    }

    /** {@code priority of VI_1 150}. */
    List<String> held() {
        return held.values().stream().map(each -> each.key() + " " + each.value()).toList();
    }

    int calls() {
        return calls;
    }

    @Override
    public void hold(Map<OverrideKey, LiveOverride> overrides) {
        calls++;
        if (failing) {
            throw new IllegalStateException("the loop has not answered");
        }
        held = overrides;
    }

    @Override
    public Map<OverrideKey, String> configured(Collection<OverrideKey> keys) {
        Map<OverrideKey, String> configured = new HashMap<>();
        for (OverrideKey key : keys) {
            if (instances.contains(key.subject())) {
                configured.put(
                        key,
                        switch (key.kind()) {
                            case PRIORITY, WEIGHT, TRACKER_WEIGHT -> "100";
                            case STANDBY, DISABLED, DRAIN -> LiveOverride.OFF;
                        });
            }
        }
        return configured;
    }
}

package org.ninelives.lvs.internal;

import java.util.Collection;
import java.util.Map;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideTarget;
import org.ninelives.lvs.engine.LvsService;

/** What operators set for virtual and real servers. */
record ServerOverrides(LvsService service) implements OverrideTarget {

    @Override
    public void hold(Map<OverrideKey, LiveOverride> overrides) {
        service.hold(overrides);
    }

    @Override
    public Map<OverrideKey, String> configured(Collection<OverrideKey> keys) {
        return service.overridable().configured(keys);
    }
}

package org.ninelives.vrrp.internal;

import java.util.Collection;
import java.util.Map;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideTarget;
import org.ninelives.vrrp.engine.VrrpService;

/** What operators set for virtual routers. */
record RouterOverrides(VrrpService service) implements OverrideTarget {

    @Override
    public void hold(Map<OverrideKey, LiveOverride> overrides) {
        service.hold(overrides);
    }

    @Override
    public Map<OverrideKey, String> configured(Collection<OverrideKey> keys) {
        return service.overridable().configured(keys);
    }
}

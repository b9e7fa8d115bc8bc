package org.ninelives.vrrp.internal;

import java.util.List;
import org.ninelives.api.management.AdvertAges;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.management.VrrpInstanceDetails;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.management.VrrpRoutingDetails;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.api.override.Overrides;
import org.ninelives.vrrp.engine.VrrpService;

/**
 * One virtual router as a bean. Safe for use by several threads.
 *
 * @param instance its name
 * @param overrides keeps what operators set
 * @param refused knows what was refused
 */
record VrrpInstanceBean(
        String instance, VrrpService service, Overrides overrides, RefusedAdverts refused)
        implements VrrpInstanceMXBean {

    @Override
    public VrrpInstanceStatus getStatus() {
        return service.status(instance);
    }

    @Override
    public String getState() {
        return getStatus().state();
    }

    @Override
    public int getEffectivePriority() {
        return getStatus().effectivePriority();
    }

    @Override
    public List<String> explain() {
        return service.explain(instance);
    }

    @Override
    public VrrpInstanceDetails getDetails() {
        return Details.ofInstance(service.applied(), instance);
    }

    @Override
    public VrrpRoutingDetails getRouting() {
        return Details.routing(service.applied(), instance);
    }

    @Override
    public List<RefusedAdvert> getRefusedAdverts() {
        return refused.of(instance);
    }

    @Override
    public VrrpCounters getCounters() {
        return service.counters(instance);
    }

    @Override
    public AdvertAges getAdvertAges() {
        return service.advertAges(instance);
    }

    @Override
    public int setPriority(int priority) {
        VrrpInstanceStatus before = getStatus();
        if (priority == before.configuredPriority()) {
            overrides.revert(new OverrideKey(OverrideKind.PRIORITY, instance));
        } else {
            overridePriority(priority, 0, Lasting.UNTIL_RELOAD.name());
        }
        return before.effectivePriority();
    }

    @Override
    public OverrideStatus overridePriority(int priority, long seconds, String lasting) {
        OverrideKey key = service.overridable().priority(instance, priority);
        return overrides.set(key, Integer.toString(priority), seconds, lasting);
    }

    @Override
    public OverrideStatus overrideTrackerWeight(
            String tracker, int weight, long seconds, String lasting) {
        OverrideKey key = service.overridable().trackerWeight(instance, tracker, weight);
        return overrides.set(key, Integer.toString(weight), seconds, lasting);
    }

    @Override
    public void resign() {
        service.resign(instance);
    }

    @Override
    public void sendGarp() {
        service.announce(instance);
    }

    @Override
    public OverrideStatus standby(long seconds, String lasting) {
        return turnOn(OverrideKind.STANDBY, seconds, lasting);
    }

    @Override
    public boolean release() {
        return overrides.revert(new OverrideKey(OverrideKind.STANDBY, instance));
    }

    @Override
    public OverrideStatus disable(long seconds, String lasting) {
        return turnOn(OverrideKind.DISABLED, seconds, lasting);
    }

    private OverrideStatus turnOn(OverrideKind kind, long seconds, String lasting) {
        OverrideKey key = service.overridable().state(kind, instance);
        return overrides.set(key, LiveOverride.ON, seconds, lasting);
    }

    @Override
    public boolean enable() {
        return overrides.revert(new OverrideKey(OverrideKind.DISABLED, instance));
    }

    @Override
    public int revertOverrides() {
        return overrides.revertAll(service.overridable().concerning(instance)::contains);
    }
}

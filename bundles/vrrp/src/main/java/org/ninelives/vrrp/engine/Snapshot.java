package org.ninelives.vrrp.engine;

import java.util.concurrent.TimeUnit;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.VirtualRouter;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VirtualAddress;

/** A virtual router at one moment, as a record that may leave the loop's thread. */
final class Snapshot {

    private Snapshot() {}

    static VrrpInstanceStatus of(RunningInstance instance, Overridden overridden) {
        InstanceSettings settings = instance.settings();
        VirtualRouter router = instance.router();
        return new VrrpInstanceStatus(
                settings.name(),
                router.state().name(),
                router.reason(),
                settings.key().interfaceName().map(InterfaceName::name).orElse(""),
                settings.key().virtualRouterId(),
                settings.router().version(),
                settings.router().priority(),
                router.effectivePriority(),
                overridden.priority(settings).isPresent(),
                TimeUnit.NANOSECONDS.toMillis(settings.router().advertIntervalNanos()),
                router.masterAddress().map(IpAddress::toString).orElse(""),
                router.masterPriority(),
                instance.source().map(IpAddress::toString).orElse(""),
                settings.addresses().stream().map(VirtualAddress::toString).toList(),
                instance.observation().isSplitBrain(),
                instance.lastTransitionMillis(),
                overridden.statuses(settings));
    }
}

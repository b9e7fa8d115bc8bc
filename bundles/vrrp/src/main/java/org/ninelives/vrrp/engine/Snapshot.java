package org.ninelives.vrrp.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.management.TrackedStatus;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.track.Finding;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.core.Tracking;
import org.ninelives.vrrp.core.VirtualRouter;
import org.ninelives.vrrp.settings.Families;
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
                Families.name(settings.key().family()),
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
                instance.watched().stream().map(Snapshot::tracked).toList(),
                overridden.statuses(settings));
    }

    private static TrackedStatus tracked(Tracking.Watched watched) {
        Tracker tracker = watched.tracker();
        return new TrackedStatus(
                tracker.kind().word(),
                tracker.name(),
                tracker.weight(),
                tracker.reverse(),
                switch (watched.finding()) {
                    case Finding.Known known -> known.name();
                    case Finding.Value number -> Long.toString(number.value());
                },
                watched.effect());
    }

    /** One that does not run any more, for whoever still holds its bean. */
    static VrrpInstanceStatus gone(String name) {
        return new VrrpInstanceStatus(
                name,
                "INIT",
                "it is not configured any more",
                "",
                0,
                0,
                "",
                0,
                0,
                false,
                0,
                "",
                -1,
                "",
                List.of(),
                false,
                0,
                List.of(),
                List.of());
    }
}

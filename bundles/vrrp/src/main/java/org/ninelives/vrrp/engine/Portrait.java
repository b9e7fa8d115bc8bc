package org.ninelives.vrrp.engine;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.system.Link;
import org.ninelives.vrrp.core.Fault;
import org.ninelives.vrrp.core.Timers;
import org.ninelives.vrrp.core.VirtualRouter;
import org.ninelives.vrrp.dump.InstanceView;

/** A virtual router at one moment, for a dump; little is made of it on the loop. */
final class Portrait {

    private Portrait() {}

    /**
     * Takes one.
     *
     * @param offsetNanos the time of day at 0 of the loop's clock, nanoseconds since 1970 UTC
     */
    static InstanceView of(RunningInstance instance, long offsetNanos) {
        VirtualRouter router = instance.router();
        List<Fault> faults = instance.faults();
        int real = (int) faults.stream().filter(Fault::isReal).count();
        return new InstanceView(
                instance.settings(),
                router.state(),
                router.effectivePriority(),
                router.masterPriority(),
                router.masterAdvertIntervalNanos(),
                deadlineMillis(router.deadlineNanos(), offsetNanos),
                instance.lastTransitionMillis(),
                instance.link().map(Link::index).orElse(0),
                instance.source(),
                real,
                faults.size() - real,
                instance.counters().snapshot());
    }

    private static OptionalLong deadlineMillis(long deadlineNanos, long offsetNanos) {
        return deadlineNanos == Timers.NEVER
                ? OptionalLong.empty()
                : OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(deadlineNanos + offsetNanos));
    }
}

package org.ninelives.lvs.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.system.LoopTask;
import org.ninelives.lvs.core.PooledService;
import org.ninelives.lvs.core.TableDiff;
import org.ninelives.lvs.settings.LvsGlobals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the table of the kernel to what is wanted, and looks from time to time whether it still is
 * so. Services that are not ours are never touched. Loop thread only.
 */
final class KernelTable {

    private static final Logger LOG = LoggerFactory.getLogger(KernelTable.class);

    /** Nobody suffers long from what others do, and it is no work worth mentioning. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final IpvsTimeouts AS_THEY_ARE = new IpvsTimeouts(0, 0, 0);

    private final KernelLink link;
    private final WantedTable wanted;
    private final SyncDaemons sync;
    private final Drift drift = new Drift();
    private final Refusals refusals = new Refusals();

    /** What the kernel has of ours, as far as is known. */
    private final Map<ServiceKey, PooledService> known = new HashMap<>();

    private LvsGlobals globals = LvsGlobals.DEFAULT;
    private boolean flushed;
    private long lookNanos = LoopTask.NEVER;
    private long repaired;

    KernelTable(KernelLink link, WantedTable wanted, SyncDaemons sync) {
        this.link = link;
        this.wanted = wanted;
        this.sync = sync;
    }

    /** Takes everything out of the network namespace it is in, if another one is meant now. */
    void enter(long nowNanos, Optional<String> networkNamespace) {
        if (link.isOpen() && !networkNamespace.equals(globals.networkNamespace())) {
            release(nowNanos);
        }
    }

    /**
     * These settings hold from now on.
     *
     * @param needed whether there is anything that needs IPVS
     */
    void configure(long nowNanos, LvsGlobals next, boolean needed) {
        boolean sameTimeouts = globals.timeouts().equals(next.timeouts());
        globals = next;
        if (link.isOpen()) {
            if (!sameTimeouts) {
                apply(nowNanos, Set.of(), timeouts());
            }
        } else if (needed) {
            open(nowNanos);
        }
    }

    private void open(long nowNanos) {
        if (!link.open(nowNanos, globals.networkNamespace())) {
            return;
        }
        lookNanos = nowNanos + LOOK_NANOS;
        List<IpvsChange> changes = new ArrayList<>();
        if (globals.flush() && !flushed) {
            changes.add(new IpvsChange.Flush());
        }
        flushed = true;
        changes.addAll(timeouts());
        changes.addAll(sync.afresh(link.syncDaemons()));
        apply(nowNanos, Set.of(), changes);
        // What an earlier run has left of our services serves on.
        read(nowNanos).ifPresent(there -> bring(nowNanos, wanted.owned(), there));
    }

    private List<IpvsChange> timeouts() {
        return globals.timeouts().equals(AS_THEY_ARE)
                ? List.of()
                : List.of(new IpvsChange.SetTimeouts(globals.timeouts()));
    }

    /** Brings these services to what is wanted of them. */
    void bring(long nowNanos, Set<ServiceKey> services) {
        if (link.isOpen()) {
            bring(nowNanos, services, part(known, services));
        }
    }

    private void bring(
            long nowNanos, Set<ServiceKey> services, Map<ServiceKey, PooledService> from) {
        Map<ServiceKey, PooledService> to = part(wanted.services(), services);
        known.keySet().removeAll(services);
        known.putAll(to);
        apply(nowNanos, services, TableDiff.changes(from, to));
    }

    private static Map<ServiceKey, PooledService> part(
            Map<ServiceKey, PooledService> whole, Set<ServiceKey> keys) {
        Map<ServiceKey, PooledService> part = new LinkedHashMap<>();
        for (ServiceKey key : keys) {
            PooledService service = whole.get(key);
            if (service != null) {
                part.put(key, service);
            }
        }
        return part;
    }

    private void apply(long nowNanos, Set<ServiceKey> services, List<IpvsChange> changes) {
        refusals.note(services, link.apply(nowNanos, changes));
    }

    /** The sync daemons may have to be others. */
    void settleSync(long nowNanos) {
        if (link.isOpen()) {
            apply(nowNanos, Set.of(), sync.changes());
        }
    }

    long deadlineNanos() {
        return link.isOpen() ? lookNanos : link.retryNanos();
    }

    /** Looks at the kernel, or for it. */
    void due(long nowNanos) {
        if (link.isOpen()) {
            lookNanos = nowNanos + LOOK_NANOS;
            read(nowNanos).ifPresent(there -> mend(nowNanos, there));
        } else {
            open(nowNanos);
        }
    }

    private void mend(long nowNanos, Map<ServiceKey, PooledService> there) {
        // What the kernel refused is nobody's deed.
        Map<ServiceKey, PooledService> expected = new LinkedHashMap<>(known);
        Map<ServiceKey, PooledService> found = new LinkedHashMap<>(there);
        expected.keySet().removeAll(refusals.services());
        found.keySet().removeAll(refusals.services());
        List<IpvsChange> drifted = TableDiff.changes(found, expected);
        drift.lines(drifted).forEach(LOG::warn);
        repaired += drifted.size();
        bring(nowNanos, wanted.owned(), there);
    }

    private Optional<Map<ServiceKey, PooledService>> read(long nowNanos) {
        Set<ServiceKey> ours = wanted.owned();
        return link.services(nowNanos)
                .map(
                        entries -> {
                            Map<ServiceKey, PooledService> there = new LinkedHashMap<>();
                            for (ServiceEntry entry : entries) {
                                if (ours.contains(entry.service().key())) {
                                    there.put(entry.service().key(), PooledService.of(entry));
                                }
                            }
                            return there;
                        });
    }

    /** Takes out of the kernel what the settings want taken out at the stop, and lets go of it. */
    void release(long nowNanos) {
        List<IpvsChange> changes = new ArrayList<>(sync.end());
        switch (globals.flushOnStop()) {
            case ALL -> changes.add(new IpvsChange.Flush());
            case VIRTUAL_SERVERS -> known.keySet().forEach(key -> remove(key, changes));
            case NO ->
                    known.forEach(
                            (key, service) -> {
                                service.destinations()
                                        .keySet()
                                        .forEach(each -> remove(key, each, changes));
                                remove(key, changes);
                            });
        }
        apply(nowNanos, Set.copyOf(known.keySet()), changes);
        known.clear();
        link.close();
    }

    private static void remove(ServiceKey service, List<IpvsChange> changes) {
        changes.add(new IpvsChange.DeleteService(service));
    }

    private static void remove(
            ServiceKey service, DestinationKey destination, List<IpvsChange> changes) {
        changes.add(new IpvsChange.DeleteDestination(service, destination));
    }

    /** How many services and destinations the kernel has of ours, as far as is known. */
    Map<ServiceKey, PooledService> known() {
        return known;
    }

    Refusals refusals() {
        return refusals;
    }

    /** How many deeds of others were undone. */
    long repaired() {
        return repaired;
    }
}

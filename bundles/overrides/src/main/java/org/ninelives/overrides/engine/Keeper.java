package org.ninelives.overrides.engine;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.ninelives.api.management.Caller;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideTarget;
import org.ninelives.api.override.Overrides;
import org.ninelives.overrides.core.Ledger;
import org.ninelives.overrides.core.StateText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The list of overrides: has the targets hold it, stores it, tells of each change. Safe for use by
 * several threads; one change after the other.
 */
public final class Keeper implements Overrides {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    /** More than anybody reads, and few enough to be handed around as a whole. */
    private static final int COUNT_MAX = 10_000;

    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Ledger ledger = new Ledger();
    private final List<OverrideTarget> targets = new CopyOnWriteArrayList<>();
    private final Store store;
    private final Herald herald;
    private final Times times;
    private volatile List<LiveOverride> shown = List.of();

    Keeper(Store store, Herald herald, Times times) {
        this.store = store;
        this.herald = herald;
        this.times = times;
    }

    /**
     * A list on this machine, without anything on it yet.
     *
     * @param file keeps what outlives a restart
     * @param user number of the user who has to own the file
     * @param run names this run of the daemon
     */
    public static Keeper of(Path file, int user, String run, EventSink sink) {
        return new Keeper(
                new Store(new StateFile(file, user), run),
                new Herald(sink),
                new MachineTimes("overrides"));
    }

    /** Takes up what was stored. */
    public synchronized void start() {
        StateText found = store.load();
        Ledger.Restored restored =
                ledger.restore(
                        times.nowNanos(),
                        times.nowMillis(),
                        found.overrides(),
                        store.isOfThisRun(found));
        restored.holding().forEach(herald::restored);
        restored.passed().forEach(herald::passed);
        restored.ended().forEach(herald::endedByRestart);
        settle();
    }

    /** One more who has objects; it holds what there is before this returns. */
    public synchronized void add(OverrideTarget target) {
        targets.add(target);
        hold(target, held());
    }

    /** One less; what its objects hold is its own affair. */
    public synchronized void remove(OverrideTarget target) {
        targets.remove(target);
    }

    @Override
    public OverrideStatus set(OverrideKey key, String value, long seconds, String lasting) {
        Lasting end = Lasting.of(lasting);
        if (seconds < 0 || seconds > SECONDS_MAX) {
            throw new IllegalArgumentException(
                    "seconds: " + seconds + " is not in 0.." + SECONDS_MAX);
        }
        if (!key.kind().takes(value)) {
            throw new IllegalArgumentException(
                    "%s: '%s' is no value for it".formatted(key.kind().word(), value));
        }
        return set(key, value, seconds, end, Caller.current().toString());
    }

    private synchronized OverrideStatus set(
            OverrideKey key, String value, long seconds, Lasting lasting, String by) {
        if (ledger.find(key).isEmpty() && ledger.all().size() >= COUNT_MAX) {
            throw new IllegalStateException(
                    "there are " + COUNT_MAX + " overrides already; revert some");
        }
        String configured = configured(key);
        long now = times.nowMillis();
        long until = seconds == 0 ? 0 : now + TimeUnit.SECONDS.toMillis(seconds);
        LiveOverride override = new LiveOverride(key, value, by, now, until, lasting);
        Optional<LiveOverride> before = ledger.set(times.nowNanos(), override);
        settle();
        LiveOverride stored = store.asStored(override);
        herald.set(stored, before.map(LiveOverride::value).orElse(configured));
        return stored.status(configured);
    }

    @Override
    public synchronized boolean revert(OverrideKey key) {
        return revertAll(key::equals) > 0;
    }

    @Override
    public synchronized int revertAll(Predicate<OverrideKey> which) {
        String by = Caller.current().toString();
        List<LiveOverride> reverted =
                ledger.all().stream().filter(each -> which.test(each.key())).toList();
        if (!reverted.isEmpty()) {
            reverted.forEach(each -> ledger.revert(each.key()));
            settle();
            reverted.forEach(each -> herald.reverted(each, by, configured(each.key())));
        }
        return reverted.size();
    }

    /** A reload was applied. */
    public synchronized void reloaded() {
        List<LiveOverride> ended = ledger.reload();
        if (!ended.isEmpty()) {
            settle();
            ended.forEach(each -> herald.endedByReload(each, configured(each.key())));
        }
    }

    /** The time has come that was asked for. */
    private synchronized void tick() {
        List<LiveOverride> expired = ledger.expire(times.nowNanos());
        settle();
        expired.forEach(each -> herald.expired(each, configured(each.key())));
    }

    /** Does nothing by itself any more. */
    public void close() {
        times.close();
    }

    /** This bundle stops while the daemon goes on: what holds goes on holding until it is back. */
    public synchronized void handOver() {
        store.handOver(ledger.all());
        if (!ledger.all().isEmpty()) {
            LOG.warn(
                    "{} overrides hold on; until the bundle is back none ends by itself",
                    ledger.all().size());
        }
    }

    /** The list is another one: everybody goes by it. */
    private void settle() {
        List<LiveOverride> all = ledger.all();
        boolean differs = !all.equals(shown);
        shown = all;
        if (differs) {
            Map<OverrideKey, LiveOverride> held = held();
            targets.forEach(target -> hold(target, held));
        }
        store.save(all);
        long retry = store.hasProblem() ? times.nowNanos() + RETRY_NANOS : Ledger.NEVER;
        times.wakeAt(Math.min(ledger.deadlineNanos(), retry), this::tick);
    }

    private Map<OverrideKey, LiveOverride> held() {
        Map<OverrideKey, LiveOverride> held = new LinkedHashMap<>();
        shown.forEach(each -> held.put(each.key(), each));
        return held;
    }

    private static void hold(OverrideTarget target, Map<OverrideKey, LiveOverride> held) {
        try {
            target.hold(held);
        } catch (RuntimeException e) {
            LOG.error("Not all overrides hold: {}", e.getMessage(), e);
        }
    }

    @Override
    public List<OverrideStatus> all() {
        List<LiveOverride> all = shown;
        Map<OverrideKey, String> configured =
                configured(all.stream().map(LiveOverride::key).toList());
        return all.stream()
                .map(each -> store.asStored(each).status(configured.getOrDefault(each.key(), "")))
                .toList();
    }

    private String configured(OverrideKey key) {
        return configured(List.of(key)).getOrDefault(key, "");
    }

    private Map<OverrideKey, String> configured(Collection<OverrideKey> keys) {
        Map<OverrideKey, String> configured = new HashMap<>();
        targets.forEach(target -> configured.putAll(target.configured(keys)));
        return configured;
    }

    /** Where the list is stored. */
    public String stateFile() {
        return store.path();
    }

    /** Why the list is not stored; empty if it is. */
    public String stateFileProblem() {
        return store.problem();
    }
}

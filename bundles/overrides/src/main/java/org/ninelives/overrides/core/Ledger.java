package org.ninelives.overrides.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;

/**
 * All overrides, and when each ends. Those of objects that are not there wait for them. While the
 * daemon runs a monotonic clock counts, so that nothing ends early or late because a wall clock is
 * set; what was stored goes by the wall clock. Not thread-safe.
 */
public final class Ledger {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** A deadline that does not come. */
    public static final long NEVER = Long.MAX_VALUE;

    private final Map<OverrideKey, Entry> entries = new LinkedHashMap<>();

    private record Entry(LiveOverride override, long deadlineNanos) {}

    /**
     * What becomes of overrides that were stored.
     *
     * @param holding those that hold again
     * @param passed those whose time was up meanwhile
     * @param ended those that a restart ends
     */
    public record Restored(
            List<LiveOverride> holding, List<LiveOverride> passed, List<LiveOverride> ended) {}

    /** Holds from now on, in place of another one of the same key; that one, if there is one. */
    public Optional<LiveOverride> set(long nowNanos, LiveOverride override) {
        long deadline =
                override.untilMillis() == 0
                        ? NEVER
                        : nowNanos + nanos(override.untilMillis() - override.setMillis());
        Optional<LiveOverride> before = revert(override.key());
        entries.put(override.key(), new Entry(override, deadline));
        return before;
    }

    /** Holds no more; what did, if anything. */
    public Optional<LiveOverride> revert(OverrideKey key) {
        return Optional.ofNullable(entries.remove(key)).map(Entry::override);
    }

    /** Takes out what is due. */
    public List<LiveOverride> expire(long nowNanos) {
        return remove(entry -> entry.deadlineNanos() <= nowNanos);
    }

    /** Takes out what a reload ends. */
    public List<LiveOverride> reload() {
        return remove(entry -> entry.override().lasting() == Lasting.UNTIL_RELOAD);
    }

    private List<LiveOverride> remove(Predicate<Entry> which) {
        List<LiveOverride> removed =
                entries.values().stream().filter(which).map(Entry::override).toList();
        entries.values().removeIf(which);
        return removed;
    }

    /**
     * Takes up what was stored. Where the wall clock was set back meanwhile, nothing lasts longer
     * than it was set for.
     *
     * @param sameRun whether the daemon was not restarted since
     */
    public Restored restore(
            long nowNanos, long nowMillis, List<LiveOverride> stored, boolean sameRun) {
        Restored restored = new Restored(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (LiveOverride each : stored) {
            if (!sameRun && each.lasting() != Lasting.UNTIL_REVERTED) {
                restored.ended().add(each);
            } else if (each.untilMillis() != 0 && each.untilMillis() <= nowMillis) {
                restored.passed().add(each);
            } else {
                long deadline = each.untilMillis() == 0 ? NEVER : nowNanos + rest(each, nowMillis);
                entries.put(each.key(), new Entry(each, deadline));
                restored.holding().add(each);
            }
        }
        return restored;
    }

    private static long rest(LiveOverride stored, long nowMillis) {
        return nanos(
                Math.min(
                        stored.untilMillis() - nowMillis,
                        stored.untilMillis() - stored.setMillis()));
    }

    private static long nanos(long millis) {
        long most = Long.MAX_VALUE / NANOS_PER_MILLI;
        return Math.clamp(millis, -most, most) * NANOS_PER_MILLI;
    }

    /** When the next one is due, or {@link #NEVER}. */
    public long deadlineNanos() {
        return entries.values().stream().mapToLong(Entry::deadlineNanos).min().orElse(NEVER);
    }

    /** All, in the order in which they were set. */
    public List<LiveOverride> all() {
        return entries.values().stream().map(Entry::override).toList();
    }

    /** The one of this key. */
    public Optional<LiveOverride> find(OverrideKey key) {
        return Optional.ofNullable(entries.get(key)).map(Entry::override);
    }
}

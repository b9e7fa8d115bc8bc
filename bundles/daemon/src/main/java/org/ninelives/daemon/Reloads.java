package org.ninelives.daemon;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.management.ChangeRow;
import org.ninelives.api.management.ReloadReport;
import org.ninelives.api.notify.EventSink;
import org.ninelives.daemon.core.Guard;
import org.ninelives.daemon.core.GuardSettings;
import org.ninelives.daemon.core.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reloads with all that goes with them: the marker file, the word to the service manager, and the
 * watch over what came of it. All but {@link #guarded} is called on the configuration thread.
 */
final class Reloads {

    /** Fewer digits of a hash may fit another one. */
    private static final int DIGITS_MIN = 8;

    /** So long may listeners take to hear how everything is before a reload. */
    private static final Duration NEWS_LIMIT = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(Reloads.class);

    private final RunningConfiguration configuration;
    private final Supplier<ReloadSettings> settings;
    private final ServiceManager manager;
    private final HealthWatch health;
    private final EventSink sink;
    private final LongSupplier nanoClock;
    private volatile Optional<Guard> guard = Optional.empty();

    /**
     * Does nothing yet.
     *
     * @param settings of what runs
     * @param nanoClock as {@link System#nanoTime}
     */
    Reloads(
            RunningConfiguration configuration,
            Supplier<ReloadSettings> settings,
            ServiceManager manager,
            HealthWatch health,
            EventSink sink,
            LongSupplier nanoClock) {
        this.configuration = configuration;
        this.settings = settings;
        this.manager = manager;
        this.health = health;
        this.sink = sink;
        this.nanoClock = nanoClock;
    }

    /** The first configuration is applied. */
    void started(long pid) {
        manager.started(pid, configuration.lastReport());
    }

    /** Reads the files again. */
    ReloadReport reload(String by) {
        return watched(
                () -> configuration.reload(by, reading -> Optional.empty()), this::usualGuard);
    }

    /** Reads the files again, and refuses if their hash does not begin so. */
    ReloadReport reload(String by, String expectedHash) {
        return watched(
                () -> configuration.reload(by, reading -> mismatch(reading, expectedHash)),
                this::usualGuard);
    }

    /** Reads the files again, and watches what comes of it for this. */
    ReloadReport reloadGuarded(String by, GuardSettings wanted) {
        return watched(
                () -> configuration.reload(by, reading -> Optional.empty()),
                () -> Optional.of(wanted));
    }

    /** Goes back to what ran before; from then on nothing is watched. */
    ReloadReport rollback(String by) {
        return unwatched(() -> configuration.rollback(by, ""));
    }

    /** Goes back to this number; from then on nothing is watched. */
    ReloadReport rollback(String by, long number) {
        return unwatched(() -> configuration.rollback(by, number, ""));
    }

    /** Reads the running text anew. */
    ReloadReport readAnew(String by) {
        return announced(() -> configuration.readAnew(by));
    }

    /** What the latest reload is watched for and how long yet; empty if it is not. Any thread. */
    String guarded() {
        return guard.map(
                        watching ->
                                "%s, %d s left"
                                        .formatted(
                                                watching,
                                                watching.secondsLeft(nanoClock.getAsLong())))
                .orElse("");
    }

    /** Looks how everything is; to be called often while something is watched. */
    void look() {
        guard.ifPresent(
                watching -> {
                    long now = nanoClock.getAsLong();
                    Optional<String> failure = watching.look(health.standing(), now);
                    if (failure.isPresent()) {
                        LOG.warn("Going back after the reload: {}", failure.get());
                        unwatched(
                                () ->
                                        configuration.rollback(
                                                "reload_guard", watching.target(), failure.get()));
                    } else if (watching.isOver(now)) {
                        watch(Optional.empty());
                        LOG.info("The reload stays: nothing of {} has happened", watching);
                    }
                });
    }

    private Optional<GuardSettings> usualGuard() {
        return settings.get().guard();
    }

    private ReloadReport watched(
            Supplier<ReloadReport> reload, Supplier<Optional<GuardSettings>> wanted) {
        sink.flush(NEWS_LIMIT);
        Standing before = health.standing();
        long target = configuration.history().running();
        ReloadReport report = announced(reload);
        if (report.result().equals(Reports.APPLIED)) {
            Set<String> leaving = forgetRemoved(report);
            watch(wanted.get().map(next -> guard(next, before, leaving, target)));
        }
        return report;
    }

    private Guard guard(GuardSettings next, Standing before, Set<String> leaving, long target) {
        LOG.info("The reload is watched for {} s: {}", next.time().toSeconds(), next.words());
        long now = nanoClock.getAsLong();
        return guard.map(old -> old.renewed(next, leaving, now))
                .orElseGet(() -> new Guard(next, before, leaving, target, now));
    }

    /** Keeps the way back for as long as it may be needed. */
    private void watch(Optional<Guard> next) {
        guard = next;
        configuration.history().hold(next.map(Guard::target));
    }

    /** Who goes back knows what for. */
    private ReloadReport unwatched(Supplier<ReloadReport> rollback) {
        ReloadReport report = announced(rollback);
        watch(Optional.empty());
        forgetRemoved(report);
        return report;
    }

    private ReloadReport announced(Supplier<ReloadReport> reload) {
        manager.reloading();
        ReloadMarker marker = ReloadMarker.set(settings.get().marker());
        try {
            return reload.get();
        } finally {
            marker.close();
            manager.ready(configuration.lastReport());
        }
    }

    private static Optional<String> mismatch(Reading reading, String expectedHash) {
        if (expectedHash.length() >= DIGITS_MIN && reading.hash().startsWith(expectedHash)) {
            return Optional.empty();
        }
        return Optional.of(
                expectedHash.length() < DIGITS_MIN
                        ? "the hash of a plan has "
                                + DIGITS_MIN
                                + " digits or more, not '"
                                + expectedHash
                                + "'"
                        : "the files were edited since the plan "
                                + expectedHash
                                + " and hold "
                                + reading.hash()
                                + " now; look at the plan again");
    }

    /** Nobody will hear of them again; answers their names. */
    private Set<String> forgetRemoved(ReloadReport report) {
        Set<String> removed = names(report, PlannedChange.Kind.REMOVE);
        removed.removeAll(names(report, PlannedChange.Kind.ADD));
        if (!removed.isEmpty() && !report.result().equals(Reports.REFUSED)) {
            sink.flush(NEWS_LIMIT);
            health.forget(removed);
        }
        return removed;
    }

    private static Set<String> names(ReloadReport report, PlannedChange.Kind kind) {
        return report.table().stream()
                .filter(row -> row.action().equals(kind.name()))
                .map(ChangeRow::name)
                .collect(Collectors.toCollection(HashSet::new));
    }
}

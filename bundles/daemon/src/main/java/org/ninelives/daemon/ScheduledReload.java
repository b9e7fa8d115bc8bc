package org.ninelives.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ninelives.daemon.core.ReloadTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reloads at the time that stands in the file of {@code reload_time_file}. It looks at the clock
 * rather than to wait for a timer, so that a clock that is set moves the reload with it.
 */
final class ScheduledReload {

    private static final String BY = "reload_time_file";
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledReload.class);

    private final Supplier<ReloadSettings> settings;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Consumer<String> reload;
    private Optional<Path> path = Optional.empty();
    private Optional<Object> version = Optional.empty();
    private Optional<ReloadTime> time = Optional.empty();
    private Instant lastLook = Instant.MIN;
    private volatile Optional<Instant> due = Optional.empty();

    /**
     * Plans nothing yet.
     *
     * @param settings of what runs
     * @param zone of the machine
     * @param reload does it, and is told who asks
     */
    ScheduledReload(
            Supplier<ReloadSettings> settings,
            InstantSource clock,
            ZoneId zone,
            Consumer<String> reload) {
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
        this.reload = reload;
    }

    /** When the next one is, in ISO 8601; empty for never. Any thread. */
    String due() {
        return due.map(moment -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone)))
                .orElse("");
    }

    /** Looks at the file and the clock; to be called every second. */
    void look() {
        Instant now = clock.instant();
        readIfChanged(now);
        if (now.isBefore(lastLook)) {
            plan(now, "the clock was set back");
        }
        lastLook = now;
        if (due.isPresent() && !now.isBefore(due.get())) {
            run(now);
        }
    }

    private void readIfChanged(Instant now) {
        Optional<Path> wanted = settings.get().timeFile();
        Optional<Object> found = wanted.flatMap(ScheduledReload::version);
        if (wanted.equals(path) && found.equals(version)) {
            return;
        }
        path = wanted;
        version = found;
        if (wanted.isPresent() && found.isPresent()) {
            read(new TimeFile(wanted.get()), now);
        } else {
            due.ifPresent(moment -> LOG.info("Cancelling reload scheduled for {}", due()));
            time = Optional.empty();
            due = Optional.empty();
        }
    }

    private static Optional<Object> version(Path file) {
        try {
            return new TimeFile(file).version();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void read(TimeFile file, Instant now) {
        time = Optional.empty();
        due = Optional.empty();
        try {
            time = Optional.of(ReloadTime.parse(file.firstLine()));
            plan(now, file.toString());
        } catch (IllegalArgumentException e) {
            LOG.error("Invalid reload time in {} - ignoring: {}", file, e.getMessage());
        } catch (IOException e) {
            LOG.error("{} cannot be read: {}; no reload is planned", file, e.toString());
        }
    }

    private void plan(Instant now, String why) {
        if (time.isEmpty()) {
            return;
        }
        due = time.get().next(now, zone);
        if (due.isPresent()) {
            LOG.info("Scheduling reload for {} ({})", due(), why);
        } else {
            LOG.info("Reload date/time in {} is in the past - ignoring", path.orElseThrow());
        }
    }

    private void run(Instant now) {
        LOG.info("The time of {} has come", path.orElseThrow());
        due = Optional.empty();
        if (settings.get().repeat()) {
            due = time.orElseThrow().next(now, zone);
        } else {
            // First, so that whoever waits for the reload can write the next time after it.
            forget(new TimeFile(path.orElseThrow()));
        }
        reload.accept(BY);
    }

    private void forget(TimeFile file) {
        time = Optional.empty();
        version = Optional.empty();
        try {
            file.delete();
        } catch (IOException e) {
            LOG.error(
                    "{} cannot be removed: {}; remove it, or set reload_repeat",
                    file,
                    e.toString());
            version = version(path.orElseThrow());
        }
    }
}

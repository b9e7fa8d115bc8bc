package org.ninelives.overrides.engine;

import java.io.IOException;
import java.util.List;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.overrides.core.DamagedStateException;
import org.ninelives.overrides.core.StateText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of the list is stored, and what is wrong with the file. A file that cannot be written stops
 * nobody: it is told once, and tried again. One thread at a time, but for {@link #problem} and
 * {@link #asStored}.
 */
final class Store {

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final StateFile file;
    private final String run;
    private volatile List<LiveOverride> stored = List.of();
    private volatile String problem = "";

    /**
     * Knows nothing of the file yet.
     *
     * @param run names this run of the daemon
     */
    Store(StateFile file, String run) {
        this.file = file;
        this.run = run;
    }

    /** What an earlier bundle or run has left; nothing where that cannot be used, which is told. */
    StateText load() {
        try {
            StateText found = StateText.of(file.read().orElseGet(() -> empty().bytes()));
            stored = found.overrides();
            return found;
        } catch (DamagedStateException e) {
            refuse(e.getMessage());
        } catch (IOException e) {
            refuse("it cannot be read: " + StateFile.reason(e));
        }
        return empty();
    }

    private StateText empty() {
        return new StateText(run, List.of());
    }

    private void refuse(String why) {
        String kept;
        try {
            file.setAside();
            kept = "it is kept as " + file.bad();
        } catch (IOException e) {
            kept = "it cannot be moved to %s: %s".formatted(file.bad(), StateFile.reason(e));
        }
        LOG.error(
                "{} is not used, overrides stored in it do not hold: {}; {}",
                file.path(),
                why,
                kept);
    }

    /** Whether the overrides came from this run of the daemon. */
    boolean isOfThisRun(StateText found) {
        return found.run().equals(run);
    }

    /** Stores what outlives a restart. Returns when it is on the disk, or cannot be. */
    void save(List<LiveOverride> all) {
        write(all.stream().filter(each -> each.lasting() == Lasting.UNTIL_REVERTED).toList());
    }

    /** Stores everything, for this bundle when it comes back in this run of the daemon. */
    void handOver(List<LiveOverride> all) {
        write(all);
    }

    private void write(List<LiveOverride> wanted) {
        if (wanted.equals(stored)) {
            problem = "";
            return;
        }
        try {
            if (wanted.isEmpty()) {
                file.delete();
            } else {
                file.write(new StateText(run, wanted).bytes());
            }
            stored = wanted;
            if (hasProblem()) {
                LOG.info("{} is written again", file.path());
                problem = "";
            }
        } catch (IOException e) {
            tell(StateFile.reason(e));
        }
    }

    private void tell(String reason) {
        if (!reason.equals(problem)) {
            problem = reason;
            LOG.warn(
                    "{} cannot be written: {}; until it can, a restart knows of no change of"
                            + " overrides since",
                    file.path(),
                    reason);
        }
    }

    /** Whether the last try to write failed. */
    boolean hasProblem() {
        return !problem.isEmpty();
    }

    /** Why the file is not as it should be; empty if it is. Any thread. */
    String problem() {
        return problem;
    }

    /** The override with what really ends it. */
    LiveOverride asStored(LiveOverride override) {
        if (override.lasting() != Lasting.UNTIL_REVERTED || stored.contains(override)) {
            return override;
        }
        return new LiveOverride(
                override.key(),
                override.value(),
                override.setBy(),
                override.setMillis(),
                override.untilMillis(),
                Lasting.UNTIL_RESTART);
    }

    String path() {
        return file.path().toString();
    }
}

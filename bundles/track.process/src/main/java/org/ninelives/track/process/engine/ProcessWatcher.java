package org.ninelives.track.process.engine;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.ninelives.api.system.DemandLoop;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerBoard;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.track.process.core.ProcessSettings;
import org.ninelives.track.process.settings.ProcessConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the processes that somebody follows; without any, no thread runs. Safe for use by several
 * threads.
 */
public final class ProcessWatcher {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessWatcher.class);

    private final DemandLoop<ProcessEngine> loop;
    private final TrackerBoard board;
    private final Duration patience;
    private ProcessConfiguration configuration = ProcessConfiguration.NONE;

    /**
     * Watches nothing yet.
     *
     * @param patience how long {@link #follow} waits at most for what is found at first, so that
     *     nobody need begin with things unknown; zero for not at all
     */
    public ProcessWatcher(Machine machine, TrackerBoard board, Duration patience) {
        loop = new DemandLoop<>(machine, "track-process", () -> new ProcessEngine(board));
        this.board = board;
        this.patience = patience;
    }

    /** Exactly these processes may be followed from now on. */
    public synchronized void apply(ProcessConfiguration next) {
        configuration = next;
        board.define(next.trackers().keySet());
        update();
    }

    /** As {@link org.ninelives.api.track.TrackerSource#follow}. */
    public synchronized void follow(TrackerListener listener, Set<String> names) {
        board.follow(listener, names);
        update();
        if (!loop.await(patience)) {
            LOG.warn(
                    "Processes are not listed within {} ms; they are unknown until then",
                    patience.toMillis());
        }
    }

    /** Watches nothing any more. */
    public synchronized void stop() {
        track(List.of());
    }

    private void update() {
        track(board.followed().stream().map(configuration.trackers()::get).toList());
    }

    private void track(List<ProcessSettings> wanted) {
        if (wanted.isEmpty()) {
            loop.end((watch, engine) -> engine.track(watch, wanted));
            return;
        }
        ProcessConfiguration configured = configuration;
        try {
            loop.run(
                    (watch, engine) -> {
                        engine.track(watch, wanted);
                        engine.setReceiveBuffer(
                                configured.receiveBytes(), configured.receiveForced());
                    });
        } catch (SystemException e) {
            LOG.error("Processes cannot be tracked: {}", e.getMessage());
            wanted.forEach(each -> board.found(each.name(), Finding.ABSENT, 0, e.getMessage()));
        }
    }
}

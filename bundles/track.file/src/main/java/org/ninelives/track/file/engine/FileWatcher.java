package org.ninelives.track.file.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.system.DemandLoop;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerBoard;
import org.ninelives.api.track.TrackerListener;
import org.ninelives.track.file.settings.FileSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the files that somebody follows; without any, no thread runs. Safe for use by several
 * threads.
 */
public final class FileWatcher {

    private static final Logger LOG = LoggerFactory.getLogger(FileWatcher.class);

    private final DemandLoop<FileEngine> loop;
    private final TrackerBoard board;
    private final Duration patience;
    private Map<String, FileSettings> configured = Map.of();
    private boolean started;

    /**
     * Watches nothing yet.
     *
     * @param patience how long {@link #follow} waits at most for what is found at first, so that
     *     nobody need begin with things unknown; zero for not at all
     */
    public FileWatcher(Machine machine, TrackerBoard board, Duration patience) {
        loop = new DemandLoop<>(machine, "track-file", () -> new FileEngine(board));
        this.board = board;
        this.patience = patience;
    }

    /** Exactly these files may be followed from now on. */
    public synchronized void apply(Map<String, FileSettings> next) {
        InitialFiles.write(next.values(), !started);
        started = true;
        configured = next;
        board.define(next.keySet());
        update();
    }

    /** As {@link org.ninelives.api.track.TrackerSource#follow}. */
    public synchronized void follow(TrackerListener listener, Set<String> names) {
        board.follow(listener, names);
        update();
        if (!loop.await(patience)) {
            LOG.warn(
                    "Files are not read within {} ms; they are unknown until then",
                    patience.toMillis());
        }
    }

    /** Watches nothing any more. */
    public synchronized void stop() {
        track(List.of());
    }

    private void update() {
        track(board.followed().stream().map(configured::get).toList());
    }

    private void track(List<FileSettings> wanted) {
        if (wanted.isEmpty()) {
            loop.end((watch, engine) -> engine.track(watch, wanted));
            return;
        }
        try {
            loop.run((watch, engine) -> engine.track(watch, wanted));
        } catch (SystemException e) {
            LOG.error("Files cannot be tracked: {}", e.getMessage());
            wanted.forEach(each -> board.found(each.name(), Finding.ABSENT, 0, e.getMessage()));
        }
    }
}

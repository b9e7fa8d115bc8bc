package org.ninelives.track.process.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.WatchLoop;
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

    private final Machine machine;
    private final TrackerBoard board;
    private final Duration patience;
    private ProcessConfiguration configuration = ProcessConfiguration.NONE;
    private Optional<Running> running = Optional.empty();

    private record Running(WatchLoop loop, ProcessEngine engine) {}

    /**
     * Watches nothing yet.
     *
     * @param patience how long {@link #follow} waits at most for what is found at first, so that
     *     nobody need begin with things unknown; zero for not at all
     */
    public ProcessWatcher(Machine machine, TrackerBoard board, Duration patience) {
        this.machine = machine;
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
        awaitFindings();
    }

    private void awaitFindings() {
        if (running.isEmpty() || patience.isZero()) {
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        running.get().loop().post(done::countDown);
        try {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn(
                        "Processes are not listed within {} ms; they are unknown until then",
                        patience.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        if (running.isEmpty() && !wanted.isEmpty()) {
            start(wanted);
        }
        if (running.isEmpty()) {
            return;
        }
        Running now = running.get();
        ProcessConfiguration configured = configuration;
        now.loop()
                .post(
                        () -> {
                            now.engine().track(now.loop(), wanted);
                            now.engine()
                                    .setReceiveBuffer(
                                            configured.receiveBytes(), configured.receiveForced());
                        });
        if (wanted.isEmpty()) {
            now.loop().close();
            running = Optional.empty();
        }
    }

    private void start(List<ProcessSettings> wanted) {
        ProcessEngine engine = new ProcessEngine(board);
        try {
            running =
                    Optional.of(
                            new Running(machine.startWatchLoop("track-process", engine), engine));
        } catch (SystemException e) {
            LOG.error("Processes cannot be tracked: {}", e.getMessage());
            wanted.forEach(each -> board.found(each.name(), Finding.ABSENT, 0, e.getMessage()));
        }
    }
}

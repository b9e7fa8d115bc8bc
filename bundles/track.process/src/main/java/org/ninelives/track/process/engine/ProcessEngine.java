package org.ninelives.track.process.engine;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.ProcessEvent;
import org.ninelives.api.system.ProcessWatch;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerBoard;
import org.ninelives.track.process.core.Effect;
import org.ninelives.track.process.core.Input;
import org.ninelives.track.process.core.ProcessCount;
import org.ninelives.track.process.core.ProcessSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds a {@link ProcessCount} and does what it asks for. Loop thread only. */
final class ProcessEngine implements LoopTask {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessEngine.class);

    private final ProcessCount count = new ProcessCount();
    private final Queue<Effect> effects = new ArrayDeque<>();
    private final TrackerBoard board;
    private Optional<ProcessWatch> watch = Optional.empty();

    ProcessEngine(TrackerBoard board) {
        this.board = board;
    }

    /** Tracks exactly these from now on. */
    void track(WatchLoop loop, List<ProcessSettings> wanted) {
        List<String> names = wanted.stream().map(ProcessSettings::name).toList();
        for (String name : count.counts().keySet()) {
            if (!names.contains(name)) {
                board.forget(name);
            }
        }
        if (watch.isEmpty()) {
            try {
                watch = Optional.of(loop.openProcessWatch(this::happened));
            } catch (SystemException e) {
                LOG.error("Processes cannot be tracked: {}", e.getMessage());
                names.forEach(name -> board.found(name, Finding.ABSENT, 0, e.getMessage()));
                return;
            }
        }
        handle(loop.nowNanos(), new Input.Track(wanted));
    }

    /** As {@link ProcessWatch#setReceiveBuffer}. */
    void setReceiveBuffer(OptionalInt bytes, boolean forced) {
        if (watch.isEmpty()) {
            return;
        }
        try {
            watch.get().setReceiveBuffer(bytes, forced);
        } catch (SystemException e) {
            LOG.warn("process_monitor_rcv_bufs: {}", e.getMessage());
        }
    }

    private void happened(long nowNanos, ProcessEvent event) {
        handle(nowNanos, new Input.Happened(event));
    }

    @Override
    public long deadlineNanos() {
        return count.deadlineNanos();
    }

    @Override
    public void due(long nowNanos) {
        handle(nowNanos, new Input.Tick());
    }

    @Override
    public void turnEnded(long nowNanos) {
        count.counts().forEach(board::counted);
    }

    private void handle(long nowNanos, Input input) {
        count.handle(nowNanos, input, effects::add);
        while (!effects.isEmpty()) {
            perform(nowNanos, effects.remove());
        }
    }

    private void perform(long nowNanos, Effect effect) {
        ProcessWatch processes = watch.orElseThrow();
        switch (effect) {
            case Effect.ListProcesses wanted -> list(nowNanos, processes, wanted.lost());
            case Effect.LookAt wanted ->
                    count.handle(
                            nowNanos,
                            new Input.LookedAt(processes.find(wanted.pid(), count.needsCommands())),
                            effects::add);
            case Effect.Became became -> {
                LOG.info(became.text());
                board.found(
                        became.name(),
                        became.good() ? Finding.GOOD : Finding.BAD,
                        became.count(),
                        became.text());
            }
        }
    }

    private void list(long nowNanos, ProcessWatch processes, boolean lost) {
        if (lost) {
            LOG.warn(
                    "Events of processes were lost, all processes are listed again;"
                            + " process_monitor_rcv_bufs sets a larger buffer for them");
        }
        try {
            Input listed = new Input.Listed(processes.list(count.needsCommands()));
            count.handle(nowNanos, listed, effects::add);
        } catch (SystemException e) {
            LOG.error("Processes cannot be listed: {}", e.getMessage());
        }
    }
}

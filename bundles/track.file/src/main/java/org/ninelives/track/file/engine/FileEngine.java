package org.ninelives.track.file.engine;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.system.FileWatch;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerBoard;
import org.ninelives.track.file.core.FileValue;
import org.ninelives.track.file.settings.FileSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads files as they change. Loop thread only. */
final class FileEngine implements LoopTask {

    private static final Logger LOG = LoggerFactory.getLogger(FileEngine.class);

    private final Map<String, FileSettings> tracked = new LinkedHashMap<>();
    private final Map<String, Integer> values = new LinkedHashMap<>();
    private final TrackerBoard board;
    private Optional<FileWatch> watch = Optional.empty();

    FileEngine(TrackerBoard board) {
        this.board = board;
    }

    /** Tracks exactly these from now on; what stays as it was is not read again. */
    void track(WatchLoop loop, List<FileSettings> wanted) {
        List<String> names = wanted.stream().map(FileSettings::name).toList();
        try {
            FileWatch files = watch(loop);
            for (FileSettings known : List.copyOf(tracked.values())) {
                if (!wanted.contains(known)) {
                    drop(files, known, names.contains(known.name()));
                }
            }
            wanted.stream()
                    .filter(each -> !tracked.containsKey(each.name()))
                    .forEach(each -> begin(files, each));
        } catch (SystemException e) {
            LOG.error("Files cannot be tracked: {}", e.getMessage());
            names.forEach(name -> board.found(name, Finding.ABSENT, 0, e.getMessage()));
        }
    }

    private FileWatch watch(WatchLoop loop) throws SystemException {
        if (watch.isEmpty()) {
            watch = Optional.of(loop.openFileWatch(this::changed));
        }
        return watch.get();
    }

    private void drop(FileWatch files, FileSettings gone, boolean staysInAnotherWay) {
        tracked.remove(gone.name());
        values.remove(gone.name());
        if (tracked.values().stream().noneMatch(each -> each.file().equals(gone.file()))) {
            files.forget(gone.file());
        }
        if (!staysInAnotherWay) {
            board.forget(gone.name());
        }
    }

    private void begin(FileWatch files, FileSettings settings) {
        try {
            files.watch(settings.file());
            tracked.put(settings.name(), settings);
            read(files, settings);
        } catch (SystemException e) {
            LOG.error("Tracked file {} cannot be watched: {}", settings.name(), e.getMessage());
            board.found(settings.name(), Finding.ABSENT, 0, e.getMessage());
        }
    }

    private void changed(Path file) {
        tracked.values().stream()
                .filter(settings -> settings.file().equals(file))
                .forEach(settings -> read(watch.orElseThrow(), settings));
    }

    private void read(FileWatch files, FileSettings settings) {
        FileValue now = FileValue.of(files.read(settings.file(), FileValue.BYTES_MAX));
        Integer before = values.put(settings.name(), now.value());
        if (before != null && before == now.value()) {
            return;
        }
        String text =
                "Tracked file %s: %s (%s)".formatted(settings.name(), now.text(), settings.file());
        LOG.info(text);
        board.found(settings.name(), new Finding.Value(now.value()), now.value(), text);
    }

    @Override
    public long deadlineNanos() {
        return NEVER;
    }

    @Override
    public void due(long nowNanos) {}
}

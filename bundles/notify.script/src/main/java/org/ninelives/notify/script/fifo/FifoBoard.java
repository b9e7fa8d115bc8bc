package org.ninelives.notify.script.fifo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ninelives.api.management.NotifierBean;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.script.Scripts;
import org.ninelives.api.system.Fifos;
import org.ninelives.api.system.SystemException;
import org.ninelives.notify.script.settings.FifoKind;
import org.ninelives.notify.script.settings.FifoSettings;
import org.ninelives.notify.script.settings.NotifySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes lines to the FIFOs that want them. Safe for use by several threads. */
public final class FifoBoard {

    private static final Logger LOG = LoggerFactory.getLogger(FifoBoard.class);

    private final Fifos fifos;
    private final Map<Path, OpenFifo> open = new LinkedHashMap<>();
    private final Map<FifoKind, FifoReader> readers = new EnumMap<>(FifoKind.class);
    private Map<FifoKind, FifoSettings> wanted = Map.of();

    /** Without any FIFO yet. */
    public FifoBoard(Fifos fifos, Scripts scripts) {
        this.fifos = fifos;
        for (FifoKind kind : FifoKind.values()) {
            readers.put(kind, new FifoReader(kind.scriptKeyword(), scripts));
        }
    }

    /**
     * Opens what is wanted, closes what is not, and starts the programs that read, or starts them
     * again: they get to know of a reload in this way. A FIFO that is wanted as before stays open,
     * so that its readers need not notice.
     */
    public synchronized void apply(NotifySettings settings) {
        // Where two share a path, the first one decides.
        Map<Path, Optional<ScriptUser>> owners = new HashMap<>();
        Stream.of(FifoKind.values())
                .map(settings.fifos()::get)
                .filter(Objects::nonNull)
                .forEach(each -> owners.putIfAbsent(each.path(), each.owner()));
        open.values().removeIf(fifo -> closed(fifo, owners.get(fifo.path())));
        wanted = settings.fifos();
        for (FifoKind kind : FifoKind.values()) {
            Optional<FifoSettings> fifo = Optional.ofNullable(wanted.get(kind));
            fifo.ifPresent(each -> openFor(kind, each.path(), owners.get(each.path())));
            readers.get(kind)
                    .restart(fifo.filter(each -> open.containsKey(each.path())), settings.rules());
        }
    }

    /** What counts the lines of each FIFO, by its path. */
    public synchronized Map<String, NotifierBean> beans() {
        Map<String, NotifierBean> beans = new LinkedHashMap<>();
        open.forEach((path, fifo) -> beans.put(path.toString(), fifo.bean()));
        return beans;
    }

    private static boolean closed(OpenFifo fifo, Optional<ScriptUser> owner) {
        if (fifo.owner().equals(owner)) {
            return false;
        }
        fifo.close();
        return true;
    }

    private void openFor(FifoKind kind, Path path, Optional<ScriptUser> owner) {
        if (open.containsKey(path)) {
            return;
        }
        try {
            open.put(path, new OpenFifo(path, owner, fifos.open(path, owner)));
        } catch (SystemException e) {
            LOG.error(
                    "{} cannot be used, nothing is told by it: {}", kind.keyword(), e.getMessage());
        }
    }

    /**
     * Writes a line about things of a kind; to a FIFO that is wanted for two reasons but once.
     *
     * @param about {@link FifoKind#VRRP} or {@link FifoKind#LVS}
     */
    public synchronized void write(FifoKind about, String line) {
        Stream.of(FifoKind.ALL, about)
                .map(wanted::get)
                .filter(Objects::nonNull)
                .map(FifoSettings::path)
                .distinct()
                .map(open::get)
                .filter(Objects::nonNull)
                .forEach(fifo -> fifo.write(line));
    }

    /**
     * Closes all FIFOs, which tells their readers to end.
     *
     * @param patience after which readers that have not are ended by force
     */
    public void close(Duration patience) {
        synchronized (this) {
            open.values().forEach(OpenFifo::close);
            open.clear();
            wanted = Map.of();
        }
        long endNanos = System.nanoTime() + patience.toNanos();
        readers.values().forEach(reader -> reader.awaitEnd(endNanos));
        readers.values().forEach(FifoReader::stop);
    }
}

package org.ninelives.linux.safeguard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What the daemon holds on this machine, and how to undo it, handed on to the companion.
 *
 * <p>An adapter puts before it does something, flushes, does it, and drops what was refused or what
 * it has undone itself. So a kill between any two steps strands nothing. Nothing here blocks. Loop
 * thread only, but for {@link #start}.
 */
public final class Safeguard implements AutoCloseable {

    /** Nobody needs to hear that a daemon is well that holds nothing. */
    private static final long NEVER = Long.MAX_VALUE;

    private record Entry(int id, Undo undo) {}

    private final Optional<CompanionProcess> companion;
    private final Map<Object, Entry> entries = new LinkedHashMap<>();
    private Optional<RecordWriter> pipe = Optional.empty();
    private int lastId;
    private long beatNanos;

    /** The kernel's number for the loop's thread. */
    private int thread;

    /** Without a companion: what is put is forgotten. */
    public Safeguard() {
        companion = Optional.empty();
    }

    /**
     * With a companion, which is not started yet.
     *
     * @param loop runs work on the loop's thread
     */
    public Safeguard(CompanionCommand command, Executor loop) {
        companion =
                Optional.of(
                        new CompanionProcess(
                                command,
                                fd -> loop.execute(() -> attach(new RecordWriter(fd))),
                                () -> loop.execute(this::detach)));
    }

    /** Starts the companion, which will live in the namespaces of the thread that calls. */
    public void start() {
        companion.ifPresent(CompanionProcess::start);
    }

    /** Tells a new companion all there is. */
    void attach(RecordWriter fresh) {
        thread = thisThread();
        fresh.beat(thread); // So that it knows whom to look at even if the first turn is long.
        entries.values().forEach(entry -> fresh.put(entry.id(), entry.undo()));
        fresh.flush();
        pipe = Optional.of(fresh);
    }

    private static int thisThread() {
        try {
            Path thread = Files.readSymbolicLink(Path.of("/proc/thread-self"));
            return Integer.parseInt(thread.getFileName().toString());
        } catch (IOException e) {
            return 0; // The companion will know less of a silence.
        }
    }

    private void detach() {
        pipe.ifPresent(RecordWriter::close);
        pipe = Optional.empty();
    }

    /**
     * Writes down how to undo what is about to be done.
     *
     * @param key names the object that is changed, by its equals; what was put under it before is
     *     replaced
     */
    public void put(Object key, Undo undo) {
        if (companion.isEmpty()) {
            return;
        }
        Entry before = entries.get(key);
        Entry entry = new Entry(before == null ? ++lastId : before.id(), undo);
        entries.put(key, entry);
        pipe.ifPresent(p -> p.put(entry.id(), undo));
    }

    /** Forgets what was put under a key; nothing happens where there is none. */
    public void drop(Object key) {
        Entry entry = entries.remove(key);
        if (entry != null) {
            pipe.ifPresent(p -> p.drop(entry.id()));
        }
    }

    /** Hands over what was put and dropped; to be called before what was put is done. */
    public void flush() {
        if (pipe.isPresent()) {
            pipe.get().flush();
            if (pipe.get().isBroken()) {
                companion.ifPresent(CompanionProcess::kill);
                detach();
            }
        }
    }

    /** When {@link #turnEnded} wants to be called at the latest. */
    public long deadlineNanos() {
        return pipe.isPresent() && !entries.isEmpty() ? beatNanos : NEVER;
    }

    /** Hands over the changes of this turn and, from time to time, that all is well. */
    public void turnEnded(long nowNanos) {
        if (deadlineNanos() <= nowNanos) {
            pipe.ifPresent(p -> p.beat(thread));
            beatNanos = nowNanos + UndoRecord.BEAT_NANOS;
        }
        flush();
    }

    /** Ends the companion; what is still held stays. */
    @Override
    public void close() {
        companion.ifPresent(CompanionProcess::stop);
        pipe.ifPresent(RecordWriter::bye);
        pipe.ifPresent(RecordWriter::drain);
        detach();
    }
}

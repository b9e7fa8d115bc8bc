package org.ninelives.linux.companion;

import static org.ninelives.linux.libc.Constants.O_CLOEXEC;
import static org.ninelives.linux.libc.Constants.O_CREAT;
import static org.ninelives.linux.libc.Constants.O_EXCL;
import static org.ninelives.linux.libc.Constants.O_WRONLY;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.safeguard.RecordWriter;
import org.ninelives.linux.safeguard.Undo;
import org.ninelives.linux.safeguard.UndoRecord;

/**
 * What the daemon holds, in a file, for who cleans up when daemon and companion are killed
 * together: the line of an {@link UndoOwner}, then records as on the pipe. It belongs into a file
 * system in memory.
 */
final class UndoFile {

    /** In the environment: where the file shall be. Without it there is none. */
    static final String VARIABLE = "NINELIVES_UNDO_FILE";

    private static final int PRIVATE = 0600;
    private static final int PRIVATE_FOLDER = 0077;

    /** So much may be added before what is there is written anew without what no longer counts. */
    private static final int ADDED_BYTES_MIN = 256 * 1024;

    /** Entries written at once. */
    private static final int BATCH = 256;

    private final File file;
    private final File next;
    private final byte[] owner;
    private final SystemLog log;

    private Optional<RecordWriter> writer = Optional.empty();

    /** It could not be written once, and is no more. */
    private boolean givenUp;

    private long whole;
    private long added;

    /**
     * Leaves what an earlier companion of the daemon has written until it knows as much.
     *
     * @param file its folder is made, if only that is missing
     */
    UndoFile(File file, UndoOwner owner, SystemLog log) {
        this.file = file;
        this.next = new File(file.getPath() + ".new");
        this.owner = (owner.line() + "\n").getBytes(StandardCharsets.US_ASCII);
        this.log = log;
        makeFolder();
    }

    private void makeFolder() {
        int before = Libc.umask(PRIVATE_FOLDER);
        file.getAbsoluteFile().getParentFile().mkdir();
        Libc.umask(before);
    }

    /** The file that the environment asks for. */
    static Optional<UndoFile> wanted(UndoOwner owner, SystemLog log) {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .map(path -> new UndoFile(new File(path), owner, log));
    }

    void put(int id, Undo undo) {
        writer.ifPresent(w -> w.put(id, undo));
        added += UndoRecord.PUT_HEADER + undo.bytes().length;
    }

    void drop(int id) {
        writer.ifPresent(w -> w.drop(id));
        added += UndoRecord.HEADER;
    }

    /**
     * Writes what was put and dropped.
     *
     * @param entries all that is held now
     */
    void flush(Map<Integer, Undo> entries) {
        if (writer.isEmpty() || added > Math.max(whole, ADDED_BYTES_MIN)) {
            write(entries);
        } else {
            flush();
        }
    }

    private void flush() {
        if (writer.isPresent()) {
            writer.get().flush();
            if (writer.get().isBroken()) {
                giveUp(Errno.name(Errno.last()));
            }
        }
    }

    /** Writes it anew, beside its place; a reader finds the old one or the new one. */
    void write(Map<Integer, Undo> entries) {
        if (givenUp) {
            return;
        }
        close();
        next.delete();
        int fd = Libc.open(next.getPath(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, PRIVATE);
        if (fd < 0) {
            giveUp(Errno.name(Errno.last()));
            return;
        }
        writer = Optional.of(new RecordWriter(fd));
        NativeBuffer line = NativeBuffer.allocate(owner.length);
        line.bytes().put(owner);
        if (Libc.write(fd, line.address(), owner.length) != owner.length) {
            giveUp(Errno.name(Errno.last()));
            return;
        }
        added = 0;
        int count = 0;
        for (Map.Entry<Integer, Undo> entry : entries.entrySet()) {
            put(entry.getKey(), entry.getValue());
            if (++count % BATCH == 0) {
                flush();
            }
        }
        flush();
        whole = added;
        added = 0;
        if (writer.isPresent() && !next.renameTo(file)) {
            giveUp("cannot be replaced");
        }
    }

    /** A file that lacks something is worse than none: whoever uses it would take it for all. */
    private void giveUp(String why) {
        log.warning(
                file
                        + ": "
                        + why
                        + "; what the daemon holds is not written there, and stays until"
                        + " the next start if its companion is killed along with it");
        givenUp = true;
        remove();
    }

    /** Nobody need clean up any more. */
    void remove() {
        close();
        next.delete();
        file.delete();
    }

    private void close() {
        writer.ifPresent(RecordWriter::close);
        writer = Optional.empty();
    }
}

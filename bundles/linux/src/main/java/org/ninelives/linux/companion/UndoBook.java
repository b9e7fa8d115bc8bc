package org.ninelives.linux.companion;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.ninelives.linux.safeguard.Undo;

/** What the daemon holds, oldest first. */
final class UndoBook {

    private final SequencedMap<Integer, Undo> entries = new LinkedHashMap<>();
    private final Kernel kernel;
    private final Optional<UndoFile> file;

    UndoBook(Kernel kernel) {
        this(kernel, Optional.empty());
    }

    /**
     * In memory, and in a file too.
     *
     * @param file taken over
     */
    UndoBook(Kernel kernel, Optional<UndoFile> file) {
        this.kernel = kernel;
        this.file = file;
    }

    void put(int id, Undo undo) {
        entries.remove(id);
        entries.put(id, undo);
        file.ifPresent(f -> f.put(id, undo));
    }

    void drop(int id) {
        entries.remove(id);
        file.ifPresent(f -> f.drop(id));
    }

    /** Brings the file up to what was put and dropped. */
    void keep() {
        file.ifPresent(f -> f.flush(entries));
    }

    /** Removes the file: nobody need clean up. */
    void close() {
        file.ifPresent(UndoFile::remove);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * Undoes everything, the newest first as it may stand on what is older, and forgets it.
     *
     * @return what was done, in words
     */
    String undo() {
        Account account = new Account();
        for (Undo undo : entries.sequencedValues().reversed()) {
            kernel.undo(undo, account);
        }
        kernel.flush(account);
        entries.clear();
        file.ifPresent(f -> f.write(entries));
        return account.words();
    }
}

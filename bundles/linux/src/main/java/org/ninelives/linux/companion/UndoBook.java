package org.ninelives.linux.companion;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.ninelives.linux.safeguard.Undo;

/** What the daemon holds, oldest first. */
final class UndoBook {

    private final SequencedMap<Integer, Undo> entries = new LinkedHashMap<>();
    private final Kernel kernel;

    UndoBook(Kernel kernel) {
        this.kernel = kernel;
    }

    void put(int id, Undo undo) {
        entries.remove(id);
        entries.put(id, undo);
    }

    void drop(int id) {
        entries.remove(id);
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
        return account.words();
    }
}

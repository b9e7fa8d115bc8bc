package org.ninelives.lvs.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ninelives.api.check.CheckerType;
import org.ninelives.lvs.settings.LvsGrammar;

/** The checkers that are there. Safe for use by several threads. */
final class Checkers {

    private final List<CheckerType> types = new CopyOnWriteArrayList<>();
    private volatile LvsGrammar grammar = new LvsGrammar(List.of());

    void add(CheckerType type) {
        tryOut(type);
        change(() -> types.add(type));
    }

    void remove(CheckerType type) {
        change(() -> types.remove(type));
    }

    /**
     * A checker can be anyone's: one that does not tell its keywords holds up nobody but itself.
     */
    private static void tryOut(CheckerType type) {
        var unused = new LvsGrammar(List.of(type));
    }

    private synchronized void change(Runnable change) {
        change.run();
        grammar = new LvsGrammar(types);
    }

    /** The keywords with those of these checkers; the same object while they stay the same. */
    LvsGrammar grammar() {
        return grammar;
    }
}

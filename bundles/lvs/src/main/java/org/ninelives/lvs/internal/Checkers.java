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
        types.add(type);
        grammar = new LvsGrammar(types);
    }

    void remove(CheckerType type) {
        types.remove(type);
        grammar = new LvsGrammar(types);
    }

    /** The keywords with those of these checkers; the same object while they stay the same. */
    LvsGrammar grammar() {
        return grammar;
    }
}

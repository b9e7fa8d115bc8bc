package org.ninelives.lvs.settings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ninelives.api.check.CheckerType;
import org.ninelives.config.grammar.BlockGrammar;

/**
 * The keywords about load balancing, with those of the checkers that are there. As long as the
 * checkers stay the same, so should this object: what was read by it need not be read again.
 */
public final class LvsGrammar {

    private final Map<String, CheckerType> checkers = new LinkedHashMap<>();

    /**
     * The grammar with these checkers.
     *
     * @param checkers of two with one keyword the first counts
     */
    public LvsGrammar(Collection<CheckerType> checkers) {
        checkers.forEach(type -> this.checkers.putIfAbsent(type.keyword(), type));
    }

    /** The keywords outside all blocks. */
    public BlockGrammar root() {
        return BlockGrammar.none();
    }

    /** The keywords in {@code global_defs}. */
    public static BlockGrammar globalDefs() {
        return BlockGrammar.none();
    }
}

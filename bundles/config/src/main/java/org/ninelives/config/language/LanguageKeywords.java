package org.ninelives.config.language;

import java.util.List;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Keyword;

/**
 * Keywords of {@code global_defs} that steer the reading itself. The language has obeyed and
 * checked them when the tree is there; whoever owns {@code global_defs} lists them in its grammar.
 */
public final class LanguageKeywords {

    public static final Keyword<Boolean> INCLUDE_CHECK =
            Keyword.value(
                    "include_check",
                    ArgumentTypes.anything(),
                    false,
                    "Which troubles with later include lines are errors.");

    public static final Keyword<Boolean> RANDOM_SEED =
            Keyword.value(
                    "random_seed",
                    ArgumentTypes.anything(),
                    false,
                    "Where the numbers of ${_RANDOM} start.");

    private LanguageKeywords() {}

    /** All of them. */
    public static List<Keyword<?>> globalDefs() {
        return List.of(INCLUDE_CHECK, RANDOM_SEED);
    }
}

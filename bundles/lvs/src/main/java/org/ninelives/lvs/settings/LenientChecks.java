package org.ninelives.lvs.settings;

import static org.ninelives.config.grammar.ArgumentTypes.nothing;

import java.util.List;
import org.ninelives.api.check.CheckerType;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/**
 * The blocks of checkers with what tutorials write into any of them, although only {@code HTTP_GET}
 * and {@code SSL_GET} ever knew it.
 */
final class LenientChecks {

    private static final Keyword<Boolean> NB_GET_RETRY =
            Keyword.withoutEffect(
                    "nb_get_retry",
                    "has no effect here; write retry for further tries before the check has"
                            + " failed");

    private LenientChecks() {}

    /** The keyword of the blocks of a checker. */
    static Keyword<List<Block<Boolean>>> block(CheckerType type) {
        BlockGrammar own = type.grammar();
        boolean known = own.keyword(NB_GET_RETRY.name()).isPresent();
        return Keyword.blocks(
                type.keyword(), nothing(), known ? own : own.with(NB_GET_RETRY), type.help());
    }
}

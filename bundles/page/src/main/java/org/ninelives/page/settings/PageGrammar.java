package org.ninelives.page.settings;

import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.Optional;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.http.LoopbackAddress;

/** The keyword that turns the status page on. */
public final class PageGrammar {

    /** Nothing is served where it is absent. */
    public static final Keyword<Optional<LoopbackAddress>> STATUS_PAGE_ADDRESS =
            Keyword.optional(
                    "status_page_address",
                    word("ADDRESS:PORT").map(LoopbackAddress::of),
                    "Loopback address and TCP port of the status page for browsers, with the users"
                            + " of JMX; none without it.");

    /** In {@code global_defs}. */
    public static final BlockGrammar GLOBAL_DEFS = BlockGrammar.of(STATUS_PAGE_ADDRESS);

    private PageGrammar() {}
}

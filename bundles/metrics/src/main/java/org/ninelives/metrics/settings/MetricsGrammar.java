package org.ninelives.metrics.settings;

import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.Optional;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.http.LoopbackAddress;

/** The keyword that turns metrics on. */
public final class MetricsGrammar {

    /** Nothing is served where it is absent. */
    public static final Keyword<Optional<LoopbackAddress>> METRICS_ADDRESS =
            Keyword.optional(
                    "metrics_address",
                    word("ADDRESS:PORT").map(LoopbackAddress::of),
                    "Loopback address and TCP port at which /metrics is served to Prometheus; none"
                            + " without it.");

    /** In {@code global_defs}. */
    public static final BlockGrammar GLOBAL_DEFS = BlockGrammar.of(METRICS_ADDRESS);

    private MetricsGrammar() {}
}

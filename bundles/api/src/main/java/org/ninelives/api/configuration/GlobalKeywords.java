package org.ninelives.api.configuration;

import java.util.Optional;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Keyword;

/**
 * Keywords of {@code global_defs}, and some outside all blocks, that more than one section reads.
 * The {@code daemon} bundle owns them; the others find their values by these objects.
 */
public final class GlobalKeywords {

    /** The host name holds where it is absent. */
    public static final Keyword<Optional<String>> ROUTER_ID =
            Keyword.optional(
                    "router_id", ArgumentTypes.word("NAME"), "Name of this node in mail and SNMP.");

    /** Stands outside all blocks. */
    public static final Keyword<Optional<String>> INSTANCE =
            Keyword.optional(
                    "instance",
                    ArgumentTypes.word("NAME"),
                    "Name of this copy of the daemon, for pid files, the log and dump files.");

    /** Stands outside all blocks. Option {@code -s} counts more. */
    public static final Keyword<Optional<String>> NET_NAMESPACE =
            Keyword.optional(
                    "net_namespace",
                    ArgumentTypes.word("NAME"),
                    "Network namespace in which all of the daemon runs, as ip-netns(8) names it.");

    private GlobalKeywords() {}
}

package org.ninelives.lvs.settings;

import java.util.Collection;
import java.util.List;
import org.ninelives.api.check.CheckerType;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/**
 * The keywords about load balancing, with those of the checkers that are there. As long as the
 * checkers stay the same, so should this object: what was read by it need not be read again.
 */
public final class LvsGrammar {

    private final RealServerGrammar realServers;
    private final Keyword<List<Block<VirtualServerHeader>>> virtualServer;
    private final BlockGrammar root;

    /**
     * The grammar with these checkers.
     *
     * @param checkers of two with one keyword the first counts; one that cannot be used is left
     *     out, and complained about wherever its keyword is written
     */
    public LvsGrammar(Collection<CheckerType> checkers) {
        realServers = new RealServerGrammar(checkers);
        virtualServer = VirtualServerGrammar.block(realServers.realServer());
        root =
                BlockGrammar.of(
                        GlobalGrammar.NET_NAMESPACE_IPVS,
                        GroupTable.VIRTUAL_SERVER_GROUP,
                        virtualServer);
    }

    /** The keywords outside all blocks. */
    public BlockGrammar root() {
        return root;
    }

    /** The keywords in {@code global_defs}. */
    public static BlockGrammar globalDefs() {
        return GlobalGrammar.GRAMMAR;
    }

    RealServerGrammar realServers() {
        return realServers;
    }

    Keyword<List<Block<VirtualServerHeader>>> virtualServer() {
        return virtualServer;
    }
}

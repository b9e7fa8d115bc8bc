package org.ninelives.lvs.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/**
 * What was read of each {@code virtual_server} in the last reading. One of which nothing has
 * changed is taken from here, as the very same object: so it takes no time to see that it is to
 * stay as it is.
 *
 * <p>A checker may look at anything outside its block, so that nothing is taken from here unless
 * all that is not about virtual servers says what it said. Used by one thread.
 */
public final class ReadServers {

    private Optional<Values> around = Optional.empty();
    private Map<String, ReadServer> earlier = Map.of();
    private Map<String, ReadServer> current = new HashMap<>();

    private record ReadServer(Values values, VirtualServerSettings settings) {}

    /**
     * A reading begins.
     *
     * @param virtualServer the keyword of their blocks; another one where the checkers have changed
     */
    void begin(Values root, Keyword<?> virtualServer) {
        boolean same =
                around.filter(before -> root.saysTheSameAs(before, Set.of(virtualServer)))
                        .isPresent();
        earlier = same ? current : Map.of();
        around = Optional.of(root);
        current = new HashMap<>();
    }

    /** What was read of a virtual server, if its block says what it said. */
    Optional<VirtualServerSettings> find(String name, Values values) {
        return Optional.ofNullable(earlier.get(name))
                .filter(read -> values.saysTheSameAs(read.values))
                .map(ReadServer::settings);
    }

    /** Keeps what was read of a virtual server without a problem. */
    void keep(String name, Values values, VirtualServerSettings settings) {
        current.put(name, new ReadServer(values, settings));
    }
}

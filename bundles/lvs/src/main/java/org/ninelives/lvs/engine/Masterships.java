package org.ninelives.lvs.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of the virtual routers of this node. Loop thread only. */
final class Masterships {

    private final Map<String, RouterState> states = new HashMap<>();

    void told(RouterState state) {
        states.put(state.instance(), state);
    }

    boolean isMaster(String instance) {
        return find(instance).map(RouterState::master).orElse(false);
    }

    Optional<RouterState> find(String instance) {
        return Optional.ofNullable(states.get(instance));
    }
}

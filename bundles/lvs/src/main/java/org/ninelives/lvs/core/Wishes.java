package org.ninelives.lvs.core;

import java.util.Map;

/**
 * What operators want of a virtual server.
 *
 * @param disabled it is not in the kernel
 * @param servers what they want of its real servers, by their names; there may be wishes for some
 *     that it does not have
 */
public record Wishes(boolean disabled, Map<String, ServerWishes> servers) {

    /** Nothing. */
    public static final Wishes NONE = new Wishes(false, Map.of());

    public Wishes {
        servers = Map.copyOf(servers);
    }

    ServerWishes of(RealServer server) {
        return servers.getOrDefault(server.name(), ServerWishes.NONE);
    }
}

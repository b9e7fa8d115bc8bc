package org.ninelives.lvs.engine;

import java.util.List;

/** A virtual server and its real servers, as logs call them. */
public record ServerNames(String virtualServer, List<String> realServers) {

    public ServerNames {
        realServers = List.copyOf(realServers);
    }
}

package org.ninelives.lvs.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ninelives.lvs.core.RealServer;
import org.ninelives.lvs.core.VirtualServer;
import org.ninelives.lvs.settings.VirtualServerSettings;

/** The virtual servers by name: those that are configured, and those that leave. */
final class Roster {

    private final Map<String, VirtualServer> configured = new LinkedHashMap<>();

    /** Not configured any more; in the kernel until their connections have ended. */
    private final Map<String, VirtualServer> leaving = new LinkedHashMap<>();

    Collection<VirtualServer> configured() {
        return configured.values();
    }

    Stream<VirtualServer> all() {
        return Stream.concat(configured.values().stream(), leaving.values().stream());
    }

    Optional<VirtualServer> configured(String name) {
        return Optional.ofNullable(configured.get(name));
    }

    void add(VirtualServer server) {
        configured.put(server.name(), server);
    }

    /** Takes out those that are configured and in none of these settings. */
    List<VirtualServer> removeAllBut(List<VirtualServerSettings> kept) {
        Set<String> names = new LinkedHashSet<>(configured.keySet());
        kept.forEach(each -> names.remove(each.name()));
        return names.stream().map(configured::remove).toList();
    }

    /** One that is not configured any more stays for a while. */
    void addLeaving(VirtualServer server) {
        leaving.put(server.name(), server);
    }

    /** One that is leaving is configured again. */
    Optional<VirtualServer> takeLeaving(String name) {
        return Optional.ofNullable(leaving.remove(name));
    }

    /** Forgets those that have left; whether there are any. */
    boolean forgetGone() {
        return leaving.values().removeIf(VirtualServer::isGone);
    }

    void clear() {
        configured.clear();
        leaving.clear();
    }

    /** All names; of those that leave, no real servers. */
    List<ServerNames> names() {
        return all().map(
                        server ->
                                new ServerNames(
                                        server.name(),
                                        server.servers().stream().map(RealServer::name).toList()))
                .toList();
    }

    /** Whether there is a virtual server that logs call so. */
    boolean has(String name) {
        return configured.containsKey(name) || leaving.containsKey(name);
    }

    /**
     * The virtual server that logs call so.
     *
     * @throws IllegalStateException if there is none
     */
    VirtualServer find(String name) {
        VirtualServer server = configured.getOrDefault(name, leaving.get(name));
        if (server == null) {
            throw new IllegalStateException("there is no virtual server " + name);
        }
        return server;
    }

    /**
     * A real server of a virtual server.
     *
     * @throws IllegalStateException if there is none
     */
    RealServer find(String virtualServer, String realServer) {
        return find(virtualServer)
                .server(realServer)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "there is no real server %s of virtual server %s"
                                                .formatted(realServer, virtualServer)));
    }
}

package org.ninelives.lvs.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.management.IpvsStatus;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.ServerTraffic;
import org.ninelives.api.management.VirtualServerStatus;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.lvs.core.Explanation;
import org.ninelives.lvs.core.RealServer;
import org.ninelives.lvs.core.VirtualServer;

/**
 * How things are, as records that may leave the loop's thread. Loop thread only; servers that are
 * not there are told by IllegalStateException.
 */
public final class Views {

    private final LvsEngine engine;
    private final Counts counts;

    Views(LvsEngine engine, Counts counts) {
        this.engine = engine;
        this.counts = counts;
    }

    public IpvsStatus ipvs() {
        return Snapshots.of(engine.link(), engine.kernel());
    }

    /** A virtual server with all its real servers. */
    public VirtualView of(String virtualServer) {
        VirtualServer virtual = engine.server(virtualServer);
        long now = engine.nowNanos();
        Map<String, RealServerStatus> servers = new LinkedHashMap<>();
        Map<String, ServerTraffic> traffic = new HashMap<>();
        for (RealServer server : virtual.servers()) {
            servers.put(server.name(), status(now, virtual, server));
            traffic.put(server.name(), counts.of(now, virtual, server.settings().address()));
        }
        return new VirtualView(
                status(virtual),
                counts.of(now, virtual),
                servers,
                traffic,
                virtual.settings()
                        .sorryServer()
                        .map(sorry -> counts.of(now, virtual, sorry.address()))
                        .orElse(ServerTraffic.NONE));
    }

    private VirtualServerStatus status(VirtualServer virtual) {
        return Snapshots.of(
                virtual,
                engine.checks().isSuspended(virtual.name()),
                engine.overridden().of(virtual.name()).stream()
                        .map(override -> override.status(LiveOverride.OFF))
                        .toList());
    }

    private RealServerStatus status(long now, VirtualServer virtual, RealServer server) {
        return Snapshots.of(
                now,
                virtual,
                server,
                counts.destinations(now, virtual, server.settings().address()),
                engine.link().isOpen(),
                overrides(virtual.name(), server).stream()
                        .map(override -> override.status(configured(override, server)))
                        .toList());
    }

    /** Why a virtual server is in its state. */
    public List<String> explain(String virtualServer) {
        List<String> sentences = Explanation.of(engine.server(virtualServer));
        engine.overridden().of(virtualServer).stream()
                .map(override -> override.sentence(LiveOverride.OFF))
                .forEach(sentences::add);
        return sentences;
    }

    /** Why a real server is in its state. */
    public List<String> explain(String virtualServer, String realServer) {
        RealServer server = engine.server(virtualServer, realServer);
        List<String> sentences = Explanation.of(engine.server(virtualServer), server);
        overrides(virtualServer, server).stream()
                .map(override -> override.sentence(configured(override, server)))
                .forEach(sentences::add);
        return sentences;
    }

    private List<LiveOverride> overrides(String virtualServer, RealServer server) {
        return engine.overridden().of(virtualServer + " " + server.name());
    }

    private static String configured(LiveOverride override, RealServer server) {
        return override.key().kind() == OverrideKind.WEIGHT
                ? Integer.toString(server.settings().weight())
                : LiveOverride.OFF;
    }
}

package org.ninelives.lvs.engine;

import java.util.List;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.management.IpvsStatus;
import org.ninelives.api.management.RealServerStatus;
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

    public VirtualServerStatus status(String virtualServer) {
        return Snapshots.of(
                engine.server(virtualServer),
                engine.checks().isSuspended(virtualServer),
                engine.overridden().of(virtualServer).stream()
                        .map(override -> override.status(LiveOverride.OFF))
                        .toList());
    }

    public RealServerStatus status(String virtualServer, String realServer) {
        VirtualServer virtual = engine.server(virtualServer);
        RealServer server = engine.server(virtualServer, realServer);
        return Snapshots.of(
                engine.nowNanos(),
                virtual,
                server,
                counts.destinations(engine.nowNanos(), virtual, server),
                engine.link().isOpen(),
                overrides(virtualServer, server).stream()
                        .map(override -> override.status(configured(override, server)))
                        .toList());
    }

    public IpvsCounters counters(String virtualServer) {
        return counts.of(engine.nowNanos(), engine.server(virtualServer));
    }

    /** What has gone through a real server. */
    public IpvsCounters counters(String virtualServer, String realServer) {
        return counts.of(
                engine.nowNanos(),
                engine.server(virtualServer),
                engine.server(virtualServer, realServer));
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

package org.ninelives.lvs.core;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.SorryServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;

/** The real servers of a virtual server: who joins and leaves, who is up, and who is drained. */
final class Members {

    private final Words words;
    private final boolean tellsFirstStates;
    private final Departures departures;
    private VirtualServerSettings settings;
    private Map<String, RealServer> servers = new LinkedHashMap<>();
    private Wishes wishes = Wishes.NONE;

    /** Nobody yet. */
    Members(Words words, boolean tellsFirstStates) {
        this.words = words;
        this.tellsFirstStates = tellsFirstStates;
        departures = new Departures(words);
    }

    /** Those that are there from the beginning. */
    void begin(long nowNanos, Input.Configured to, Consumer<Effect> effects) {
        settings = to.settings();
        for (RealServerSettings each : settings.realServers()) {
            servers.put(each.name(), join(nowNanos, each, to, effects));
        }
    }

    private RealServer join(
            long nowNanos,
            RealServerSettings joining,
            Input.Configured to,
            Consumer<Effect> effects) {
        RealServer server = new RealServer(settings.name(), joining);
        ServerWishes wanted = wishes.of(server);
        wanted.drain().ifPresent(drain -> drain(nowNanos, server, drain, effects));
        server.setWishes(wanted);
        server.configure(joining, to.standings());
        server.look(true);
        server.setAlive(server.isFit());
        if (tellsFirstStates && server.isAlive()) {
            tell(settings, server, true, "it is new", words.adding(server), effects);
        }
        return server;
    }

    /**
     * Exactly those of the settings from now on.
     *
     * @param serving whether those that are up stand in the kernel until now
     */
    void change(long nowNanos, Input.Configured to, boolean serving, Consumer<Effect> effects) {
        VirtualServerSettings before = settings;
        Map<String, RealServer> had = servers;
        settings = to.settings();
        Set<String> names =
                settings.realServers().stream()
                        .map(RealServerSettings::name)
                        .collect(Collectors.toSet());
        had.values().stream()
                .filter(server -> !names.contains(server.name()))
                .forEach(gone -> leave(nowNanos, gone, before, serving, effects));
        servers = new LinkedHashMap<>();
        for (RealServerSettings each : settings.realServers()) {
            RealServer known = had.get(each.name());
            if (known == null) {
                servers.put(each.name(), add(nowNanos, each, to, effects));
            } else {
                servers.put(each.name(), known);
                int weight = known.weight();
                known.configure(each, to.standings());
                reconsider(known, weight, effects);
            }
        }
    }

    private RealServer add(
            long nowNanos,
            RealServerSettings joining,
            Input.Configured to,
            Consumer<Effect> effects) {
        departures.comeBack(joining.name());
        RealServer added = join(nowNanos, joining, to, effects);
        if (added.isAlive()) {
            line(words.adding(added), effects);
        }
        return added;
    }

    private void leave(
            long nowNanos,
            RealServer server,
            VirtualServerSettings before,
            boolean serving,
            Consumer<Effect> effects) {
        line("service " + server.name() + " no longer exist", effects);
        boolean drains = !settings.drainTimeout().isZero() && Pool.holds(server, serving);
        String text = drains ? words.draining(server) : words.removing(server);
        line(text, effects);
        if (server.isAlive()) {
            tell(before, server, false, "it is removed", text, effects);
        }
        if (drains) {
            departures.begin(nowNanos, server, settings.drainTimeout());
        }
    }

    /**
     * All leave, as their virtual server does.
     *
     * @param serving whether those that are up stand in the kernel until now
     * @param drains whether those that do keep their connections for a while
     */
    void leaveAll(long nowNanos, boolean serving, boolean drains, Consumer<Effect> effects) {
        for (RealServer server : servers.values()) {
            boolean stays = drains && Pool.holds(server, serving);
            line(stays ? words.draining(server) : words.removing(server), effects);
            if (stays) {
                departures.begin(nowNanos, server, settings.drainTimeout());
            }
        }
        servers = new LinkedHashMap<>();
    }

    /** The sorry server leaves while it serves. */
    void leave(long nowNanos, SorryServerSettings sorry, Consumer<Effect> effects) {
        RealServer server = new RealServer(settings.name(), sorry.asRealServer());
        line(words.draining(server), effects);
        departures.begin(nowNanos, server, settings.drainTimeout());
    }

    /** A check stands differently now. */
    void told(Input.CheckTold told, Consumer<Effect> effects) {
        RealServer server = servers.get(told.key().realServer());
        if (server == null) {
            return;
        }
        int weight = server.weight();
        if (server.told(told.key().number(), told.standing())) {
            reconsider(server, weight, effects);
        }
    }

    /** What its checks say, or what operators want, may have changed. */
    private void reconsider(RealServer server, int weightBefore, Consumer<Effect> effects) {
        if (server.weight() != weightBefore) {
            line(words.weightChanged(server, weightBefore), effects);
        }
        server.look(server.passes());
        boolean up = server.isFit();
        if (up != server.isAlive()) {
            server.setAlive(up);
            String text = up ? words.came(server) : words.went(server);
            String reason = up ? "all its checks pass" : server.hindrance();
            line(text, effects);
            tell(settings, server, up, reason, text, effects);
        }
    }

    /** Operators want this from now on. */
    void wish(long nowNanos, Wishes wanted, Consumer<Effect> effects) {
        Wishes before = wishes;
        wishes = wanted;
        for (RealServer server : servers.values()) {
            wish(nowNanos, server, before.of(server), effects);
        }
    }

    private void wish(
            long nowNanos, RealServer server, ServerWishes before, Consumer<Effect> effects) {
        ServerWishes wanted = wishes.of(server);
        if (!wanted.drain().equals(before.drain())) {
            wanted.drain()
                    .ifPresentOrElse(
                            drain -> drain(nowNanos, server, drain, effects),
                            () -> undrain(server, effects));
        }
        int weight = server.weight();
        server.setWishes(wanted);
        reconsider(server, weight, effects);
    }

    private void drain(
            long nowNanos, RealServer server, DrainWish wanted, Consumer<Effect> effects) {
        Duration limit = wanted.limit().isZero() ? settings.drainTimeout() : wanted.limit();
        server.beginDrain(Drain.from(nowNanos, limit));
        line(words.draining(server), effects);
    }

    private void undrain(RealServer server, Consumer<Effect> effects) {
        server.endDrain();
        line(words.serving(server), effects);
    }

    Wishes wishes() {
        return wishes;
    }

    /** How many connections those have left that are to be without. */
    void counted(Map<String, Long> connections) {
        departures.count(servers.values(), connections);
    }

    /** Lets those go that have no connections, or no time left. */
    void endDrains(long nowNanos, Consumer<Effect> effects) {
        departures.end(nowNanos, servers.values(), effects);
    }

    /** When the time of one of those ends, or {@link VirtualServer#NEVER}. */
    long deadlineNanos() {
        return departures.deadlineNanos(servers.values());
    }

    /** Those whose connections have to be counted. */
    List<RealServer> draining() {
        return departures.draining(servers.values());
    }

    /** Those that are not configured any more, and are in the kernel. */
    Collection<RealServer> leaving() {
        return departures.leaving();
    }

    /** Those that are configured, in the order of the configuration. */
    Collection<RealServer> all() {
        return Collections.unmodifiableCollection(servers.values());
    }

    Optional<RealServer> find(String realServer) {
        return Optional.ofNullable(servers.get(realServer));
    }

    /** The weight of those that are up. */
    long liveWeight() {
        return servers.values().stream()
                .filter(RealServer::isAlive)
                .mapToLong(RealServer::weight)
                .sum();
    }

    private static void line(String text, Consumer<Effect> effects) {
        effects.accept(new Effect.Line(text));
    }

    private static void tell(
            VirtualServerSettings virtual,
            RealServer server,
            boolean up,
            String reason,
            String text,
            Consumer<Effect> effects) {
        effects.accept(
                new Effect.Happened(Events.realServer(virtual, server, up, false, reason, text)));
    }
}

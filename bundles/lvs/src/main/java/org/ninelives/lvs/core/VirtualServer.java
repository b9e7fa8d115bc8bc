package org.ninelives.lvs.core;

import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;

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

/**
 * One virtual server: which of its real servers serve, whether they are enough, and who stands in
 * the kernel for it. Knows no clock, no kernel and no thread.
 */
public final class VirtualServer {

    /** A deadline that does not come. */
    public static final long NEVER = Long.MAX_VALUE;

    private final String name;
    private final boolean tellsFirstStates;
    private final Words words;
    private final Readiness readiness;
    private final Departures departures;
    private VirtualServerSettings settings;
    private Map<String, RealServer> servers = new LinkedHashMap<>();
    private Wishes wishes = Wishes.NONE;
    private boolean followedIsMaster;
    private boolean ended;

    /**
     * One that has not been configured yet.
     *
     * @param name as logs call it
     * @param tellsFirstStates whether servers that are up from the beginning are told to be so
     */
    public VirtualServer(String name, boolean tellsFirstStates) {
        this.name = name;
        this.tellsFirstStates = tellsFirstStates;
        words = new Words(name);
        readiness = new Readiness(words);
        departures = new Departures(words);
    }

    /** Takes an input; what follows from it is told in order. */
    public void handle(long nowNanos, Input input, Consumer<Effect> effects) {
        switch (input) {
            case Input.Configured to when settings == null -> start(nowNanos, to, effects);
            case Input.Configured to -> reconfigure(nowNanos, to, effects);
            case Input.CheckTold told -> checkTold(told, effects);
            case Input.Mastership told -> follow(told.master(), effects);
            case Input.Wished wished -> wish(nowNanos, wished.wishes(), effects);
            case Input.ConnectionsCounted counted -> {
                departures.count(servers.values(), counted.connections());
                departures.end(nowNanos, servers.values(), effects);
            }
            case Input.Tick tick -> departures.end(nowNanos, servers.values(), effects);
            case Input.Removed removed -> remove(effects);
            case Input.Stop stop -> stop(effects);
        }
    }

    private void start(long nowNanos, Input.Configured to, Consumer<Effect> effects) {
        settings = to.settings();
        for (RealServerSettings each : settings.realServers()) {
            servers.put(each.name(), begin(nowNanos, new RealServer(name, each), to, effects));
        }
        if (wishes.disabled()) {
            line(words.enabled(false), effects);
        }
        readiness.begin(liveWeight(), settings, effects);
    }

    private RealServer begin(
            long nowNanos, RealServer server, Input.Configured to, Consumer<Effect> effects) {
        ServerWishes wanted = wishes.of(server);
        wanted.drain().ifPresent(drain -> drain(nowNanos, server, drain, effects));
        server.setWishes(wanted);
        server.configure(server.settings(), to.standings());
        server.look(true);
        server.setAlive(server.isFit());
        if (tellsFirstStates && server.isAlive()) {
            String text = words.adding(server);
            happened(Events.realServer(settings, server, true, false, "it is new", text), effects);
        }
        return server;
    }

    private void reconfigure(long nowNanos, Input.Configured to, Consumer<Effect> effects) {
        VirtualServerSettings before = settings;
        Map<String, RealServer> had = servers;
        settings = to.settings();
        Set<String> names =
                settings.realServers().stream()
                        .map(RealServerSettings::name)
                        .collect(Collectors.toSet());
        had.values().stream()
                .filter(server -> !names.contains(server.name()))
                .forEach(gone -> leave(nowNanos, gone, before, effects));
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
        weigh(effects);
    }

    private RealServer add(
            long nowNanos,
            RealServerSettings server,
            Input.Configured to,
            Consumer<Effect> effects) {
        departures.comeBack(server.name());
        RealServer added = begin(nowNanos, new RealServer(name, server), to, effects);
        if (added.isAlive()) {
            line(words.adding(added), effects);
        }
        return added;
    }

    private void leave(
            long nowNanos,
            RealServer server,
            VirtualServerSettings before,
            Consumer<Effect> effects) {
        line("service " + server.name() + " no longer exist", effects);
        boolean drains =
                server.isAlive()
                        && server.drainState() != RealServer.DrainState.DRAINED
                        && !settings.drainTimeout().isZero();
        String text = drains ? words.draining(server) : words.removing(server);
        line(text, effects);
        if (server.isAlive()) {
            happened(
                    Events.realServer(before, server, false, false, "it is removed", text),
                    effects);
        }
        if (drains) {
            departures.begin(nowNanos, server, settings.drainTimeout());
        }
    }

    private void checkTold(Input.CheckTold told, Consumer<Effect> effects) {
        RealServer server = servers.get(told.key().realServer());
        if (server == null) {
            return;
        }
        int weight = server.weight();
        if (server.told(told.key().number(), told.standing())) {
            reconsider(server, weight, effects);
            weigh(effects);
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
            happened(Events.realServer(settings, server, up, false, reason, text), effects);
        }
    }

    private void follow(boolean master, Consumer<Effect> effects) {
        if (master != followedIsMaster && settings.follows().isPresent()) {
            line(words.followed(settings.follows().get(), master), effects);
        }
        followedIsMaster = master;
    }

    private void wish(long nowNanos, Wishes wanted, Consumer<Effect> effects) {
        Wishes before = wishes;
        wishes = wanted;
        if (settings == null) {
            return;
        }
        for (RealServer server : servers.values()) {
            wish(nowNanos, server, before.of(server), effects);
        }
        if (before.disabled() != wishes.disabled()) {
            line(words.enabled(!wishes.disabled()), effects);
        }
        weigh(effects);
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

    private void weigh(Consumer<Effect> effects) {
        readiness.consider(liveWeight(), settings, effects);
    }

    private void remove(Consumer<Effect> effects) {
        line("Removing Virtual Server " + name, effects);
        servers.values().forEach(server -> line(words.removing(server), effects));
        end(false, effects);
    }

    private void stop(Consumer<Effect> effects) {
        servers.values().forEach(server -> line(words.shuttingDown(server), effects));
        if (settings.omega()) {
            end(true, effects);
        }
        ended = true;
    }

    /** Tells that nobody serves any more; nobody apologizes either, as the service itself goes. */
    private void end(boolean stopping, Consumer<Effect> effects) {
        String reason = stopping ? "the daemon stops" : "its virtual server is removed";
        long weight = liveWeight();
        for (RealServer server : servers.values()) {
            if (server.isAlive()) {
                String text = stopping ? words.shuttingDown(server) : words.removing(server);
                happened(
                        Events.realServer(settings, server, false, stopping, reason, text),
                        effects);
            }
        }
        if (readiness.hasQuorum()) {
            String text = words.lost(settings, 0);
            happened(Events.quorum(settings, false, weight, stopping, text), effects);
        }
        ended = true;
    }

    /** When the next {@link Input.Tick} is due, or {@link #NEVER}. */
    public long deadlineNanos() {
        return departures.deadlineNanos(servers.values());
    }

    /** What the kernel shall have for it. */
    public Map<ServiceKey, PooledService> table() {
        return isPresent()
                ? Pool.of(settings, readiness.hasQuorum(), servers.values(), departures.leaving())
                : Map.of();
    }

    public String name() {
        return name;
    }

    public VirtualServerSettings settings() {
        return settings;
    }

    public Collection<RealServer> servers() {
        return Collections.unmodifiableCollection(servers.values());
    }

    /** The real server that logs call so; empty if it has none. */
    public Optional<RealServer> server(String realServer) {
        return Optional.ofNullable(servers.get(realServer));
    }

    /** Those whose connections have to be counted. */
    public List<RealServer> draining() {
        return departures.draining(servers.values());
    }

    public boolean hasQuorum() {
        return readiness.hasQuorum();
    }

    /** Whether the sorry server is in use. */
    public boolean isSorry() {
        return readiness.isSorry();
    }

    /** What operators want of it. */
    public Wishes wishes() {
        return wishes;
    }

    /** Whether it is disabled by an operator. */
    public boolean isDisabled() {
        return wishes.disabled();
    }

    /** Whether operators and the virtual router that it follows, if any, let it serve here. */
    public boolean isPresent() {
        return !ended && !isDisabled() && (settings.follows().isEmpty() || followedIsMaster);
    }

    /** The weight of the live servers. */
    public long liveWeight() {
        return servers.values().stream()
                .filter(RealServer::isAlive)
                .mapToLong(RealServer::weight)
                .sum();
    }

    private static void line(String text, Consumer<Effect> effects) {
        effects.accept(new Effect.Line(text));
    }

    private static void happened(LvsEvent event, Consumer<Effect> effects) {
        effects.accept(new Effect.Happened(event));
    }
}

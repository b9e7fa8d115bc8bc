package org.ninelives.lvs.engine;

import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.ThreadSettings;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.api.track.Finding;
import org.ninelives.lvs.core.Effect;
import org.ninelives.lvs.core.Input;
import org.ninelives.lvs.core.RealServer;
import org.ninelives.lvs.core.VirtualServer;
import org.ninelives.lvs.core.Wishes;
import org.ninelives.lvs.settings.LvsGlobals;
import org.ninelives.lvs.settings.LvsSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All virtual servers of this node. What happens in one turn of the loop is one batch of changes of
 * the kernel; what follows from it is told when the kernel has it. Loop thread only.
 */
final class LvsEngine implements LoopTask {

    private static final Logger LOG = LoggerFactory.getLogger(LvsEngine.class);

    private final WatchLoop loop;
    private final Surroundings surroundings;
    private final Masterships masterships = new Masterships();
    private final WantedTable wanted = new WantedTable();
    private final SyncDaemons sync = new SyncDaemons(masterships);
    private final KernelLink link;
    private final KernelTable kernel;
    private final Checks checks;
    private final DrainWatch drains;
    private final Marking marking;
    private final Map<String, VirtualServer> servers = new LinkedHashMap<>();
    private final Set<VirtualServer> changed = new LinkedHashSet<>();
    private final List<Effect> effects = new ArrayList<>();
    private final Views views;
    private final Overridden overridden = new Overridden();
    private LvsSettings settings = LvsSettings.NONE;
    private ThreadSettings thread = ThreadSettings.DEFAULT;

    /** Takes up work on a loop, without any virtual server yet. */
    LvsEngine(WatchLoop loop, Surroundings surroundings) {
        this.loop = loop;
        this.surroundings = surroundings;
        link = new KernelLink(surroundings.kernel());
        kernel = new KernelTable(link, wanted, sync);
        checks = new Checks(loop, surroundings.checks(), this::handle);
        drains = new DrainWatch(link);
        marking = new Marking(surroundings.marks());
        views = new Views(this, new Counts(new Readings(link)));
    }

    /** Runs exactly these virtual servers; those that stay keep states, overrides and drains. */
    void apply(LvsSettings next) {
        long now = loop.nowNanos();
        settings = next;
        LvsGlobals globals = next.globals();
        if (!globals.thread().equals(thread)) {
            thread = globals.thread();
            loop.tune(thread);
        }
        kernel.enter(now, globals.networkNamespace());
        followChecks(next.virtualServers());
        Set<String> gone = removeAllBut(next.virtualServers());
        marking.mark(globals, next.virtualServers()).forEach(this::configure);
        settle(now, gone);
        sync.configure(globals.sync());
        boolean needed = !servers.isEmpty() || sync.areConfigured() || globals.flush();
        kernel.configure(now, globals, needed);
        kernel.settleSync(now);
        perform();
        surroundings.listener().exist(names());
    }

    private Set<String> removeAllBut(List<VirtualServerSettings> kept) {
        Set<String> gone = new LinkedHashSet<>(servers.keySet());
        kept.forEach(each -> gone.remove(each.name()));
        gone.forEach(name -> handle(servers.remove(name), new Input.Removed()));
        return gone;
    }

    private void followChecks(List<VirtualServerSettings> wanted) {
        checks.follow(wanted, settings.globals().networkNamespace());
    }

    private void configure(VirtualServerSettings wanted) {
        VirtualServer server = servers.get(wanted.name());
        if (server == null) {
            server = new VirtualServer(wanted.name(), settings.globals().initNotifies());
            servers.put(wanted.name(), server);
            handle(server, new Input.Wished(overridden.wishes(wanted.name())));
        } else if (server.settings().equals(wanted)) {
            return;
        }
        handle(server, new Input.Configured(wanted, checks::standing));
        followRouter(server);
    }

    private void followRouter(VirtualServer server) {
        Optional<String> router = server.settings().follows();
        if (router.isPresent()) {
            handle(server, new Input.Mastership(masterships.isMaster(router.get())));
        }
    }

    /** A virtual router has another state. */
    void routerTold(RouterState state) {
        masterships.told(state);
        for (VirtualServer server : servers.values()) {
            if (server.settings().follows().filter(state.instance()::equals).isPresent()) {
                followRouter(server);
            }
        }
        kernel.settleSync(loop.nowNanos());
    }

    private void handle(Input.CheckTold told) {
        VirtualServer server = servers.get(told.key().virtualServer());
        if (server != null) {
            handle(server, told);
        }
    }

    /** Exactly these overrides hold from now on. */
    void hold(Map<OverrideKey, LiveOverride> overrides) {
        overridden.hold(overrides);
        for (VirtualServer server : servers.values()) {
            Wishes wishes = overridden.wishes(server.name());
            if (!wishes.equals(server.wishes())) {
                handle(server, new Input.Wished(wishes));
            }
        }
    }

    private void handle(VirtualServer server, Input input) {
        server.handle(loop.nowNanos(), input, effects::add);
        changed.add(server);
        drains.noted(loop.nowNanos(), server);
    }

    @Override
    public long deadlineNanos() {
        return Math.min(kernel.deadlineNanos(), drains.deadlineNanos());
    }

    @Override
    public void due(long nowNanos) {
        for (VirtualServer server : drains.due(nowNanos)) {
            handle(server, new Input.ConnectionsCounted(drains.count(server)));
        }
        for (VirtualServer server : drains.servers()) {
            if (server.deadlineNanos() <= nowNanos) {
                handle(server, new Input.Tick());
            }
        }
        if (kernel.deadlineNanos() <= nowNanos) {
            kernel.due(nowNanos);
        }
    }

    @Override
    public void turnEnded(long nowNanos) {
        if (checks.addressesChanged()) {
            followChecks(settings.virtualServers());
        }
        if (!changed.isEmpty()) {
            settle(nowNanos, Set.of());
            perform();
        }
    }

    private void settle(long nowNanos, Collection<String> gone) {
        changed.removeIf(server -> gone.contains(server.name()));
        kernel.bring(nowNanos, wanted.update(changed, gone));
        for (VirtualServer server : changed) {
            surroundings
                    .listener()
                    .found(
                            server.settings().trackerName(),
                            server.hasQuorum() ? Finding.GOOD : Finding.BAD);
        }
        changed.clear();
    }

    private void perform() {
        List<Effect> now = List.copyOf(effects);
        effects.clear();
        for (Effect effect : now) {
            switch (effect) {
                case Effect.Line line -> LOG.info(line.text());
                case Effect.Happened happened -> surroundings.listener().happened(happened.event());
            }
        }
    }

    /** Lets go of everything, now. */
    void stop() {
        followChecks(List.of());
        servers.values().forEach(server -> handle(server, new Input.Stop()));
        if (surroundings.releases()) {
            marking.close();
            kernel.release(loop.nowNanos());
        }
        link.close();
        changed.clear();
        servers.clear();
        perform();
    }

    private List<ServerNames> names() {
        return servers.values().stream()
                .map(
                        server ->
                                new ServerNames(
                                        server.name(),
                                        server.servers().stream().map(RealServer::name).toList()))
                .toList();
    }

    /**
     * The virtual server that logs call so.
     *
     * @throws IllegalStateException if there is none
     */
    VirtualServer server(String name) {
        VirtualServer server = servers.get(name);
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
    RealServer server(String virtualServer, String realServer) {
        return server(virtualServer)
                .server(realServer)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "there is no real server %s of virtual server %s"
                                                .formatted(realServer, virtualServer)));
    }

    Overridden overridden() {
        return overridden;
    }

    Views views() {
        return views;
    }

    long nowNanos() {
        return loop.nowNanos();
    }

    KernelLink link() {
        return link;
    }

    KernelTable kernel() {
        return kernel;
    }

    Checks checks() {
        return checks;
    }
}

package org.ninelives.lvs.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.notify.DrainEvent;
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
    private final DrainReports drainReports = new DrainReports();
    private final Marking marking;
    private final Roster roster = new Roster();
    private final Set<VirtualServer> changed = new LinkedHashSet<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<DrainEvent> drainSteps = new ArrayList<>();
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
        checks.follow(next.virtualServers());
        removeAllBut(next.virtualServers());
        marking.mark(globals, next.virtualServers()).forEach(this::configure);
        settle(now);
        sync.configure(globals.sync());
        boolean needed = !roster.configured().isEmpty() || sync.areConfigured() || globals.flush();
        kernel.configure(now, globals, needed);
        kernel.settleSync(now);
        perform();
        surroundings.listener().exist(roster.names());
    }

    private void removeAllBut(List<VirtualServerSettings> kept) {
        for (VirtualServer server : roster.removeAllBut(kept)) {
            handle(server, new Input.Removed());
            if (server.isLeaving()) {
                roster.addLeaving(server);
            }
        }
    }

    private void configure(VirtualServerSettings wanted) {
        VirtualServer server = roster.configured(wanted.name()).orElse(null);
        if (server == null) {
            roster.takeLeaving(wanted.name()).ifPresent(this::comeBack);
            server = new VirtualServer(wanted.name(), settings.globals().initNotifies());
            roster.add(server);
            handle(server, new Input.Wished(overridden.wishes(wanted.name())));
        } else if (server.settings().equals(wanted)) {
            return;
        }
        handle(server, new Input.Configured(wanted, checks::standing));
        followRouter(server);
    }

    /** What the kernel still has of one that was leaving becomes that of the new one. */
    private void comeBack(VirtualServer left) {
        LOG.info("Virtual Server {} is not drained any more", left.name());
        drains.forget(left);
        changed.remove(left);
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
        roster.all()
                .filter(
                        each ->
                                each.settings()
                                        .follows()
                                        .filter(state.instance()::equals)
                                        .isPresent())
                .forEach(this::followRouter);
        kernel.settleSync(loop.nowNanos());
    }

    private void handle(Input.CheckTold told) {
        roster.configured(told.key().virtualServer()).ifPresent(server -> handle(server, told));
    }

    /** Exactly these overrides hold from now on. */
    void hold(Map<OverrideKey, LiveOverride> overrides) {
        overridden.hold(overrides);
        for (VirtualServer server : roster.configured()) {
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
        if (!server.draining().isEmpty() || drainReports.knows(server.name())) {
            drainReports.look(server, drainSteps::add);
        }
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
            checks.follow(settings.virtualServers());
        }
        if (!changed.isEmpty()) {
            settle(nowNanos);
            perform();
        }
        if (roster.forgetGone()) {
            surroundings.listener().exist(roster.names());
        }
    }

    private void settle(long nowNanos) {
        kernel.bring(nowNanos, wanted.update(changed));
        for (VirtualServer server : changed) {
            if (!server.isLeaving() && !server.isGone()) {
                surroundings
                        .listener()
                        .found(
                                server.settings().trackerName(),
                                server.hasQuorum() ? Finding.GOOD : Finding.BAD);
            }
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
        List<DrainEvent> steps = List.copyOf(drainSteps);
        drainSteps.clear();
        steps.forEach(surroundings.listener()::happened);
    }

    /** Lets go of everything, now. */
    void stop() {
        checks.follow(List.of());
        roster.configured().forEach(server -> handle(server, new Input.Stop()));
        if (surroundings.releases()) {
            marking.close();
            kernel.release(loop.nowNanos());
        }
        link.close();
        changed.clear();
        roster.clear();
        perform();
    }

    VirtualServer server(String name) {
        return roster.find(name);
    }

    /** Its name, if there is such a virtual server. */
    Optional<String> find(String name) {
        return roster.has(name) ? Optional.of(name) : Optional.empty();
    }

    RealServer server(String virtualServer, String realServer) {
        return roster.find(virtualServer, realServer);
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

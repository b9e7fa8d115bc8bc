package org.ninelives.lvs.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ninelives.api.management.IpvsStatus;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.SharedAnswer;
import org.ninelives.api.management.VirtualServerStatus;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.system.LoopThread;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.SystemException;
import org.ninelives.lvs.settings.LvsGlobals;
import org.ninelives.lvs.settings.LvsSettings;

/**
 * The virtual servers as other threads see them. Safe for use by several threads, but for {@link
 * #apply} and {@link #stop}, which belong to one.
 */
public final class LvsService {

    private final Machine machine;
    private final Surroundings surroundings;
    private final Map<String, RouterState> routers = new ConcurrentHashMap<>();
    private final Map<String, SharedAnswer<Optional<VirtualView>>> views =
            new ConcurrentHashMap<>();
    private final SharedAnswer<IpvsStatus> ipvs = new SharedAnswer<>(this::lookAtIpvs);
    private volatile Optional<LoopThread<LvsEngine>> running = Optional.empty();
    private volatile LvsSettings applied = LvsSettings.NONE;
    private volatile Map<OverrideKey, LiveOverride> held = Map.of();

    /** A service that does nothing yet. */
    public LvsService(Machine machine, Surroundings surroundings) {
        this.machine = machine;
        this.surroundings = surroundings.withListener(new Outdating(surroundings.listener(), this));
    }

    /**
     * Runs exactly these virtual servers from now on. Without anything to do, no thread is started.
     *
     * @throws SystemException if the machine refuses what every virtual server needs
     */
    public void apply(LvsSettings settings) throws SystemException {
        if (running.isEmpty()) {
            if (settings.equals(LvsSettings.NONE)) {
                return;
            }
            running =
                    Optional.of(
                            LoopThread.start(
                                    "lvs",
                                    machine::startWatchLoop,
                                    loop -> new LvsEngine(loop, surroundings)));
            // Whatever is told from here on is posted.
            List<RouterState> known = List.copyOf(routers.values());
            running.get().post(engine -> known.forEach(engine::routerTold));
            running.get().post(engine -> engine.hold(held));
        }
        running.get()
                .ask(
                        engine -> {
                            engine.apply(settings);
                            return true;
                        });
        applied = settings;
        forgetAnswers();
    }

    /** Also those about servers that are not there any more. */
    private void forgetAnswers() {
        views.clear();
        ipvs.outdate();
    }

    /** A virtual router of this node has this state now; returns at once. */
    public void routerTold(RouterState state) {
        routers.put(state.instance(), state);
        running.ifPresent(thread -> thread.post(engine -> engine.routerTold(state)));
    }

    /** Whether the state of a virtual router has been told. */
    public boolean knows(String router) {
        return routers.containsKey(router);
    }

    /** Stops all of them. Returns when that is done. */
    public void stop() {
        running.ifPresent(
                thread -> {
                    thread.post(LvsEngine::stop);
                    thread.close();
                });
        running = Optional.empty();
        applied = LvsSettings.NONE;
        forgetAnswers();
    }

    /** What was said of a virtual server is not so any more. */
    void outdate(String virtualServer) {
        SharedAnswer<Optional<VirtualView>> answer = views.get(virtualServer);
        if (answer != null) {
            answer.outdate();
        }
    }

    /**
     * A virtual server, no older than {@link SharedAnswer} allows; empty if it is not there any
     * more.
     */
    public Optional<VirtualView> view(String virtualServer) {
        return views.computeIfAbsent(virtualServer, name -> new SharedAnswer<>(() -> lookAt(name)))
                .get();
    }

    /** The status of a virtual server; of one that is not there any more it is down. */
    public VirtualServerStatus status(String virtualServer) {
        return view(virtualServer)
                .map(VirtualView::status)
                .orElseGet(() -> Snapshots.gone(virtualServer));
    }

    /** The status of a real server, likewise. */
    public RealServerStatus status(String virtualServer, String realServer) {
        return view(virtualServer)
                .flatMap(view -> view.server(realServer))
                .orElseGet(() -> Snapshots.gone(virtualServer, realServer));
    }

    /** What was said of it last. */
    public LvsGlobals globals() {
        return applied.globals();
    }

    /** The load balancer of the kernel. */
    public IpvsStatus ipvs() {
        return ipvs.get();
    }

    private Optional<VirtualView> lookAt(String virtualServer) {
        return running.isEmpty()
                ? Optional.empty()
                : ask(engine -> engine.find(virtualServer).map(engine.views()::of));
    }

    private IpvsStatus lookAtIpvs() {
        return running.isEmpty() ? Snapshots.NO_IPVS : look(Views::ipvs);
    }

    /**
     * Asks how things are now.
     *
     * @throws IllegalStateException if there is no such server, or nothing runs
     */
    public <T> T look(Look<T> look) {
        return ask(engine -> look.at(engine.views()));
    }

    /** Something to ask about servers; asked on the loop's thread. */
    @FunctionalInterface
    public interface Look<T> {
        T at(Views views);
    }

    /** What was applied last. */
    public LvsSettings applied() {
        return applied;
    }

    /** What operators may set in place of what is configured now. Any thread. */
    public Overridable overridable() {
        return new Overridable(applied);
    }

    /**
     * Exactly these overrides hold from now on, from the first moment of each server. Returns when
     * it is so.
     *
     * @param overrides never changed afterwards
     */
    public void hold(Map<OverrideKey, LiveOverride> overrides) {
        held = overrides;
        if (running.isPresent()) {
            ask(
                    engine -> {
                        engine.hold(held);
                        return true;
                    });
        }
        views.values().forEach(SharedAnswer::outdate);
    }

    private <T> T ask(LoopThread.Question<LvsEngine, T> question) {
        LoopThread<LvsEngine> thread =
                running.orElseThrow(() -> new IllegalStateException("nothing is balanced"));
        try {
            return thread.ask(question);
        } catch (SystemException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}

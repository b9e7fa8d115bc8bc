package org.ninelives.vrrp.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ninelives.api.management.AdvertAges;
import org.ninelives.api.management.InterfaceStatus;
import org.ninelives.api.management.SharedAnswer;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.management.VrrpSyncGroupStatus;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.system.LoopThread;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.core.Input;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.dump.InstanceView;
import org.ninelives.vrrp.settings.InterfaceUse;
import org.ninelives.vrrp.settings.VrrpSettings;

/**
 * The engine as other threads see it: every call is a message to the loop, and waits for the answer
 * a bounded time.
 *
 * <p>Safe for use by several threads, but for {@link #apply} and {@link #stop}, which belong to
 * one.
 */
public final class VrrpService {

    private final Machine machine;
    private final Listener listener;
    private final boolean releases;
    private final Watchers watchers;
    private volatile Optional<LoopThread<VrrpEngine>> running = Optional.empty();
    private final SharedAnswer<Overview> overview = new SharedAnswer<>(this::look);
    private final SharedAnswer<Map<String, InterfaceStatus>> interfaces =
            new SharedAnswer<>(this::lookAtInterfaces);
    private volatile Map<InterfaceName, List<String>> interfaceUse = Map.of();
    private volatile VrrpSettings applied = VrrpSettings.NONE;
    private volatile Map<OverrideKey, LiveOverride> held = Map.of();

    /**
     * A service that does nothing yet.
     *
     * @param releases whether what masters own is taken off the machine at the stop
     * @param watchers watch what virtual routers track
     */
    public VrrpService(Machine machine, Listener listener, boolean releases, Watchers watchers) {
        this.watchers = watchers;
        this.machine = machine;
        this.releases = releases;
        this.listener = new Outdating(listener, overview);
    }

    /**
     * Runs exactly these virtual routers from now on. Without any, no thread is started.
     *
     * @throws SystemException if the machine refuses what every virtual router needs
     */
    public void apply(VrrpSettings settings) throws SystemException {
        boolean first = running.isEmpty();
        if (first) {
            if (settings.isIdle()) {
                return;
            }
            running =
                    Optional.of(
                            LoopThread.start(
                                    "vrrp",
                                    machine::startLoop,
                                    loop -> new VrrpEngine(loop, listener, TurnLog.writing())));
            // Whatever is set from here on is posted.
            running.get().post(engine -> engine.hold(held));
        }
        LoopThread<VrrpEngine> now = running.get();
        // To compare thousands takes a while, in which the loop has adverts to send.
        VrrpSettings shared = settings.sharing(applied);
        watchers.follow(shared.tracked());
        // Whoever watches must not wait meanwhile, so this begins here and is awaited outside.
        LoopThread.Answer<Boolean> done =
                watchers.handOver(
                        findings ->
                                now.begin(
                                        engine -> {
                                            engine.apply(shared, findings);
                                            return true;
                                        }),
                        (thing, finding) -> now.post(engine -> engine.found(thing, finding)));
        done.await();
        applied = shared;
        watchers.countedBy(TrackerUsers.of(shared));
        interfaceUse = InterfaceUse.of(shared);
        overview.outdate();
        interfaces.outdate();
        if (first) {
            now.post(engine -> rehearse());
        }
    }

    private static void rehearse() {
        try {
            Rehearsal.run();
        } catch (SystemException e) {
            throw new IllegalStateException("a machine of nothing refused something", e);
        }
    }

    /**
     * Stops all virtual routers: masters resign and their addresses leave. Returns when that is
     * done.
     */
    public void stop() {
        watchers.end();
        running.ifPresent(
                now -> {
                    now.post(releases ? VrrpEngine::stop : VrrpEngine::stopKeeping);
                    now.close();
                });
        running = Optional.empty();
        applied = VrrpSettings.NONE;
        overview.outdate();
        interfaces.outdate();
    }

    /** The virtual routers that are master now, then the sync groups that are. */
    public List<VrrpSubject> masters() {
        return running.map(now -> answerOf(now, VrrpEngine::masters)).orElse(List.of());
    }

    /**
     * The status of a virtual router, no older than {@link SharedAnswer} allows. Of one that does
     * not run any more it says so.
     */
    public VrrpInstanceStatus status(String instance) {
        VrrpInstanceStatus status = overview.get().statuses().get(instance);
        return status == null ? Snapshot.gone(instance) : status;
    }

    /** Why a virtual router is as it is, in sentences, the most important first. */
    public List<String> explain(String instance) {
        return withInstance(instance, found -> found.observation().explain());
    }

    /** The counters of a virtual router, likewise; all 0 where it does not run any more. */
    public VrrpCounters counters(String instance) {
        VrrpCounters counters = overview.get().counters().get(instance);
        return counters == null ? Counters.NONE : counters;
    }

    /** How old the latest adverts of a virtual router are, likewise; none where it does not run. */
    public AdvertAges advertAges(String instance) {
        return overview.get().advertAges().getOrDefault(instance, AdvertAges.NONE);
    }

    /** How many adverts had a VRID that no virtual router here has, likewise. */
    public long unknownVrids() {
        return overview.get().unknownVrids();
    }

    /** The status of a sync group, likewise; empty where it is not there any more. */
    public Optional<VrrpSyncGroupStatus> groupStatus(String group) {
        return Optional.ofNullable(overview.get().groups().get(group));
    }

    /** The status of an interface, likewise; empty where nobody uses it any more. */
    public Optional<InterfaceStatus> interfaceStatus(String name) {
        return Optional.ofNullable(interfaces.get().get(name));
    }

    /** What was applied last. */
    public VrrpSettings applied() {
        return applied;
    }

    /** All virtual routers in the order of the configuration, for a dump. */
    public List<InstanceView> views() {
        return running.map(now -> answerOf(now, VrrpEngine::views)).orElse(List.of());
    }

    /** Lets the counters of all virtual routers begin at 0 again. */
    public void clearCounters() {
        running.ifPresent(
                now ->
                        answerOf(
                                now,
                                engine -> {
                                    engine.clearCounters();
                                    return true;
                                }));
        overview.outdate();
    }

    /** The interfaces that virtual routers use. */
    public Collection<InterfaceStatus> interfaces() {
        return interfaces.get().values();
    }

    private Overview look() {
        return running.map(now -> answerOf(now, VrrpEngine::overview)).orElse(Overview.NONE);
    }

    private Map<String, InterfaceStatus> lookAtInterfaces() {
        Map<InterfaceName, List<String>> used = interfaceUse;
        return running.map(now -> answerOf(now, engine -> engine.interfaces(used)))
                .orElse(Map.of());
    }

    /** What operators may set in place of what is configured now. Any thread. */
    public Overridable overridable() {
        return new Overridable(applied);
    }

    /**
     * Exactly these overrides hold from now on, from the first moment of each virtual router.
     * Returns when it is so.
     *
     * @param overrides never changed afterwards
     */
    public void hold(Map<OverrideKey, LiveOverride> overrides) {
        held = overrides;
        running.ifPresent(
                now ->
                        answerOf(
                                now,
                                engine -> {
                                    engine.hold(held);
                                    return true;
                                }));
        overview.outdate();
    }

    /**
     * Makes a master give up.
     *
     * @throws IllegalStateException if it is not master
     */
    public void resign(String instance) {
        ofMaster(instance, Input.RESIGN);
    }

    /**
     * Has a master announce its addresses once more.
     *
     * @throws IllegalStateException if it is not master
     */
    public void announce(String instance) {
        ofMaster(instance, Input.ANNOUNCE);
    }

    private void ofMaster(String instance, Input input) {
        withInstance(
                instance,
                found -> {
                    if (found.router().state() != State.MASTER) {
                        throw new IllegalStateException(
                                instance + " is not master but " + found.router().state());
                    }
                    found.handle(input);
                    return true;
                });
        overview.outdate();
    }

    /**
     * Does something as soon as the loop gets round to it, on its thread; at once and here where
     * nothing runs. Any thread.
     *
     * @param work does not block
     */
    public void whenReached(Runnable work) {
        running.ifPresentOrElse(now -> now.post(engine -> work.run()), work);
    }

    private <T> T withInstance(String instance, Function<RunningInstance, T> question) {
        return answerOf(required(), engine -> question.apply(find(engine, instance)));
    }

    private LoopThread<VrrpEngine> required() {
        return running.orElseThrow(() -> new IllegalStateException("no virtual router runs"));
    }

    private static <T> T answerOf(
            LoopThread<VrrpEngine> now, LoopThread.Question<VrrpEngine, T> question) {
        try {
            return now.ask(question);
        } catch (SystemException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static RunningInstance find(VrrpEngine engine, String instance) {
        return engine.instances().stream()
                .filter(found -> found.settings().name().equals(instance))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no virtual router " + instance + " runs"));
    }
}

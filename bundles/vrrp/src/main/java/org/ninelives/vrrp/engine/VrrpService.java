package org.ninelives.vrrp.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.track.Finding;
import org.ninelives.vrrp.core.Input;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.core.Thing;
import org.ninelives.vrrp.settings.VrrpSettings;

/**
 * The engine as other threads see it: every call is a message to the loop, and waits for the answer
 * a bounded time.
 *
 * <p>Safe for use by several threads, but for {@link #apply} and {@link #stop}, which belong to
 * one.
 */
public final class VrrpService {

    /**
     * A loop that does not answer within this time is hung, and waiting longer would hang the
     * caller too.
     */
    private static final long ANSWER_SECONDS_MAX = 5;

    private final Machine machine;
    private final Listener listener;
    private final boolean releases;
    private final Watchers watchers;
    private volatile Optional<Running> running = Optional.empty();
    private VrrpSettings applied = VrrpSettings.NONE;

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
        this.listener = listener;
    }

    private record Running(Loop loop, VrrpEngine engine) {

        boolean apply(VrrpSettings settings, Map<Thing, Finding> findings) {
            engine.apply(settings, findings);
            return true;
        }
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
            running = Optional.of(start());
        }
        Running now = running.get();
        // To compare thousands takes a while, in which the loop has adverts to send.
        VrrpSettings shared = settings.sharing(applied);
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        watchers.follow(shared.tracked());
        watchers.handOver(
                findings -> now.loop().post(() -> answer(done, () -> now.apply(shared, findings))),
                (thing, finding) -> now.loop().post(() -> now.engine().found(thing, finding)));
        await(done);
        applied = shared;
        if (first) {
            now.loop().post(VrrpService::rehearse);
        }
    }

    private static void rehearse() {
        try {
            Rehearsal.run();
        } catch (SystemException e) {
            throw new IllegalStateException("a machine of nothing refused something", e);
        }
    }

    private Running start() throws SystemException {
        Late late = new Late();
        Loop loop = machine.startLoop("vrrp", late);
        try {
            return new Running(
                    loop,
                    ask(loop, () -> late.begin(new VrrpEngine(loop, listener, TurnLog.writing()))));
        } catch (SystemException | RuntimeException e) {
            loop.close();
            throw e;
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
                    now.loop().post(releases ? now.engine()::stop : now.engine()::stopKeeping);
                    now.loop().close();
                });
        running = Optional.empty();
        applied = VrrpSettings.NONE;
    }

    /** The virtual routers that are master now, then the sync groups that are. */
    public List<VrrpSubject> masters() {
        return running.map(now -> answerOf(now, () -> now.engine().masters())).orElse(List.of());
    }

    /** The status of a virtual router now. */
    public VrrpInstanceStatus status(String instance) {
        return withInstance(instance, Snapshot::of);
    }

    /** Why a virtual router is as it is, in sentences, the most important first. */
    public List<String> explain(String instance) {
        return withInstance(instance, found -> found.observation().explain());
    }

    /** The counters of a virtual router now. */
    public VrrpCounters counters(String instance) {
        return withInstance(instance, found -> found.counters().snapshot());
    }

    /**
     * Overrides a priority until the next reload.
     *
     * @param priority 1..254, or 255 where that is configured
     * @return the priority in force before
     * @throws IllegalArgumentException if it may not have this priority
     */
    public int setPriority(String instance, int priority) {
        return withInstance(
                instance,
                found -> {
                    int configured = found.settings().router().priority();
                    int max = RouterSettings.OWNER_PRIORITY - 1;
                    if (priority != configured
                            && (priority < 1 || priority > max || configured > max)) {
                        throw new IllegalArgumentException(
                                configured > max
                                        ? "the owner of the addresses keeps priority 255"
                                        : "priority " + priority + " is not in 1.." + max);
                    }
                    int before = found.router().effectivePriority();
                    found.overridePriority(
                            priority == configured
                                    ? OptionalInt.empty()
                                    : OptionalInt.of(priority));
                    return before;
                });
    }

    /**
     * Makes a master give up.
     *
     * @throws IllegalStateException if it is not master
     */
    public void resign(String instance) {
        withInstance(
                instance,
                found -> {
                    if (found.router().state() != State.MASTER) {
                        throw new IllegalStateException(
                                instance + " is not master but " + found.router().state());
                    }
                    found.handle(Input.RESIGN);
                    return true;
                });
    }

    private <T> T withInstance(String instance, Function<RunningInstance, T> question) {
        Running now =
                running.orElseThrow(() -> new IllegalStateException("no virtual router runs"));
        return answerOf(now, () -> question.apply(find(now.engine(), instance)));
    }

    private static <T> T answerOf(Running now, Callable<T> question) {
        try {
            return ask(now.loop(), question);
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

    private static <T> T ask(Loop loop, Callable<T> question) throws SystemException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.post(() -> answer(answer, question));
        return await(answer);
    }

    private static <T> void answer(CompletableFuture<T> answer, Callable<T> question) {
        try {
            answer.complete(question.call());
        } catch (Exception e) {
            answer.completeExceptionally(e);
        }
    }

    private static <T> T await(CompletableFuture<T> answer) throws SystemException {
        try {
            return answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SystemException refused -> throw refused;
                case RuntimeException wrong -> throw wrong;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "the vrrp loop has not answered for " + ANSWER_SECONDS_MAX + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the vrrp loop", e);
        }
    }

    /**
     * Stands in for the engine until that exists; the loop needs a task before the engine can have
     * its loop.
     */
    private static final class Late implements LoopTask {

        private VrrpEngine engine;

        VrrpEngine begin(VrrpEngine begun) {
            engine = begun;
            return begun;
        }

        @Override
        public long deadlineNanos() {
            return engine == null ? NEVER : engine.deadlineNanos();
        }

        @Override
        public void due(long nowNanos) {
            engine.due(nowNanos);
        }

        @Override
        public void turnEnded(long nowNanos) {
            if (engine != null) {
                engine.turnEnded(nowNanos);
            }
        }
    }
}

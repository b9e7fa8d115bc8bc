package org.ninelives.bfd.engine;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ninelives.api.management.BfdCounters;
import org.ninelives.api.management.BfdSessionStatus;
import org.ninelives.api.management.SharedAnswer;
import org.ninelives.api.system.LoopThread;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.SystemException;
import org.ninelives.bfd.settings.BfdSettings;

/**
 * The sessions as other threads see them. Safe for use by several threads, but for {@link #apply}
 * and {@link #stop}, which belong to one.
 */
public final class BfdService {

    private final Machine machine;
    private final Listener listener;
    private final SharedAnswer<Map<String, SessionView>> views = new SharedAnswer<>(this::look);
    private volatile Optional<LoopThread<BfdEngine>> running = Optional.empty();

    /** A service that does nothing yet. */
    public BfdService(Machine machine, Listener listener) {
        this.machine = machine;
        this.listener = new Outdating(listener, views);
    }

    /**
     * Runs exactly these sessions from now on. Without any, no thread is started.
     *
     * @throws SystemException if the machine refuses what every session needs
     */
    public void apply(BfdSettings settings) throws SystemException {
        if (running.isEmpty()) {
            if (settings.instances().isEmpty()) {
                return;
            }
            running =
                    Optional.of(
                            LoopThread.start(
                                    "bfd",
                                    machine::startWatchLoop,
                                    loop -> new BfdEngine(loop, listener, new SecureRandom())));
        }
        running.get()
                .ask(
                        engine -> {
                            engine.apply(settings);
                            return true;
                        });
        views.outdate();
    }

    /** Stops all sessions, and tells their neighbours. Returns when that is done. */
    public void stop() {
        running.ifPresent(
                thread -> {
                    thread.post(BfdEngine::stop);
                    thread.close();
                });
        running = Optional.empty();
        views.outdate();
    }

    /**
     * The status of a session, no older than {@link SharedAnswer} allows; of one that does not run
     * any more it says so.
     */
    public BfdSessionStatus status(String session) {
        return view(session).status();
    }

    /** The counters of a session, likewise. */
    public BfdCounters counters(String session) {
        return view(session).counters();
    }

    private SessionView view(String session) {
        SessionView view = views.get().get(session);
        return view == null ? SessionView.gone(session) : view;
    }

    private Map<String, SessionView> look() {
        return running.map(now -> ask(now, BfdEngine::views)).orElse(Map.of());
    }

    /** Takes a session down until {@link #enable}. */
    public void disable(String session) {
        with(
                session,
                found -> {
                    found.disable();
                    return true;
                });
    }

    /** Lets a session take part again. */
    public void enable(String session) {
        with(
                session,
                found -> {
                    found.enable();
                    return true;
                });
    }

    private <T> T with(String session, Function<RunningSession, T> question) {
        LoopThread<BfdEngine> thread =
                running.orElseThrow(() -> new IllegalStateException("no BFD session runs"));
        T answer = ask(thread, engine -> question.apply(engine.session(session)));
        views.outdate();
        return answer;
    }

    private static <T> T ask(
            LoopThread<BfdEngine> thread, LoopThread.Question<BfdEngine, T> question) {
        try {
            return thread.ask(question);
        } catch (SystemException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}

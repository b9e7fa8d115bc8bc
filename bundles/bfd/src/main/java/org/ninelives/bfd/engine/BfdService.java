package org.ninelives.bfd.engine;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.ninelives.api.management.BfdCounters;
import org.ninelives.api.management.BfdSessionStatus;
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
    private volatile Optional<LoopThread<BfdEngine>> running = Optional.empty();

    /** A service that does nothing yet. */
    public BfdService(Machine machine, Listener listener) {
        this.machine = machine;
        this.listener = listener;
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
    }

    /** Stops all sessions, and tells their neighbours. Returns when that is done. */
    public void stop() {
        running.ifPresent(
                thread -> {
                    thread.post(BfdEngine::stop);
                    thread.close();
                });
        running = Optional.empty();
    }

    /** The status of a session now. */
    public BfdSessionStatus status(String session) {
        return with(session, Snapshot::of);
    }

    /** The counters of a session now. */
    public BfdCounters counters(String session) {
        return with(session, found -> found.counters().snapshot());
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
        try {
            return thread.ask(engine -> question.apply(engine.session(session)));
        } catch (SystemException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}

package org.ninelives.bfd.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.ninelives.api.system.Datagram;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.ThreadSettings;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.bfd.core.ControlPacket;
import org.ninelives.bfd.settings.BfdSettings;
import org.ninelives.bfd.settings.InstanceSettings;
import org.ninelives.bfd.wire.ControlPacketCodec;
import org.ninelives.bfd.wire.Flaw;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All BFD sessions of this node. Loop thread only. */
final class BfdEngine implements LoopTask {

    private static final Logger LOG = LoggerFactory.getLogger(BfdEngine.class);

    private static final long EAR_RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final WatchLoop loop;
    private final Listener listener;
    private final RandomGenerator secrets;
    private final Agenda agenda = new Agenda();
    private final Surroundings surroundings;
    private final ControlPacket packet = new ControlPacket();
    private final Patience patience = new Patience();
    private final List<Runnable> lines = new ArrayList<>();
    private final Map<Ear.Place, Ear> ears = new HashMap<>();
    private Map<String, RunningSession> sessions = new LinkedHashMap<>();
    private Directory directory = Directory.EMPTY;
    private ThreadSettings thread = ThreadSettings.DEFAULT;
    private long earRetryNanos = NEVER;
    private long caughtUpNanos = -NEVER;

    /**
     * Takes up work on a loop.
     *
     * @param secrets makes discriminators that nobody can guess
     */
    BfdEngine(WatchLoop loop, Listener listener, RandomGenerator secrets) {
        this.loop = loop;
        this.listener = listener;
        this.secrets = secrets;
        surroundings =
                new Surroundings(
                        loop,
                        agenda,
                        listener,
                        lines::add,
                        new SplittableRandom(secrets.nextLong()));
    }

    /** Runs exactly these sessions; those that stay keep state, times and counters. */
    void apply(BfdSettings settings) {
        if (!settings.thread().equals(thread)) {
            thread = settings.thread();
            loop.tune(thread);
        }
        Map<String, RunningSession> gone = sessions;
        List<RunningSession> added = new ArrayList<>();
        sessions = new LinkedHashMap<>();
        for (InstanceSettings wanted : settings.instances()) {
            RunningSession running = gone.get(wanted.name());
            if (running != null && running.settings().canBecome(wanted)) {
                gone.remove(wanted.name());
                if (!running.settings().equals(wanted)) {
                    running.reconfigure(wanted);
                }
            } else {
                running = new RunningSession(wanted, newDiscriminator(), surroundings);
                added.add(running);
            }
            sessions.put(wanted.name(), running);
        }
        gone.values().forEach(RunningSession::stop);
        directory = new Directory(sessions.values());
        listen();
        gone.keySet().forEach(listener::removed);
        added.forEach(session -> listener.added(session.name()));
        added.forEach(RunningSession::start);
    }

    private int newDiscriminator() {
        while (true) {
            int candidate = secrets.nextInt();
            if (candidate != 0
                    && !directory.has(candidate)
                    && sessions.values().stream()
                            .noneMatch(other -> other.discriminator() == candidate)) {
                return candidate;
            }
        }
    }

    private void listen() {
        Set<Ear.Place> wanted =
                sessions.values().stream().map(Ear.Place::of).collect(Collectors.toSet());
        ears.values().removeIf(ear -> closeUnless(wanted, ear));
        wanted.forEach(place -> ears.computeIfAbsent(place, where -> new Ear(where, this::heard)));
        openEars();
    }

    private static boolean closeUnless(Set<Ear.Place> wanted, Ear ear) {
        boolean unwanted = !wanted.contains(ear.place());
        if (unwanted) {
            ear.close();
        }
        return unwanted;
    }

    private void openEars() {
        long deaf = ears.values().stream().filter(ear -> !ear.open(loop)).count();
        earRetryNanos = deaf == 0 ? NEVER : loop.nowNanos() + EAR_RETRY_NANOS;
    }

    private void heard(long nowNanos, Ear.Place place, Datagram datagram) {
        Flaw flaw = ControlPacketCodec.read(datagram.payload(), packet);
        if (flaw != Flaw.NONE) {
            discard(nowNanos, datagram, flaw);
            return;
        }
        RunningSession session =
                packet.receiverDiscriminator() == 0
                        ? directory.find(datagram, place.multihop()).orElse(null)
                        : directory.find(packet.receiverDiscriminator());
        if (session == null) {
            discard(nowNanos, datagram, Flaw.UNKNOWN_SESSION);
            return;
        }
        flaw = session.judge(datagram, place.multihop());
        if (flaw == Flaw.NONE) {
            session.hear(nowNanos, packet);
        } else {
            session.discard(nowNanos, datagram, flaw);
        }
    }

    private void discard(long nowNanos, Datagram datagram, Flaw flaw) {
        if (LOG.isDebugEnabled() && patience.isOver(nowNanos)) {
            LOG.debug("Discarding packet from {}: it {}", datagram.source(), flaw.text());
        }
    }

    @Override
    public long deadlineNanos() {
        return Math.min(agenda.deadlineNanos(), earRetryNanos);
    }

    @Override
    public void due(long nowNanos) {
        if (earRetryNanos <= nowNanos) {
            openEars();
        }
        while (true) {
            Optional<Agenda.Entry> next = agenda.takeDue(nowNanos);
            if (next.isEmpty()) {
                return;
            }
            due((RunningSession) next.get(), nowNanos);
        }
    }

    private void due(RunningSession session, long nowNanos) {
        try {
            // A pause of this process is no silence of the neighbour.
            if (session.concludesFromSilence(nowNanos)) {
                catchUp(nowNanos);
            }
            session.due(nowNanos);
        } catch (RuntimeException e) {
            LOG.error("({}) failed", session.name(), e);
        }
    }

    /** Once in a turn is enough: the turn's time is that of its beginning. */
    private void catchUp(long nowNanos) {
        if (caughtUpNanos != nowNanos) {
            caughtUpNanos = nowNanos;
            ears.values().forEach(ear -> ear.catchUp(nowNanos));
        }
    }

    /** The log waits until the packets of the turn have left. */
    @Override
    public void turnEnded(long nowNanos) {
        lines.forEach(Runnable::run);
        lines.clear();
    }

    /** Lets go of everything, now. */
    void stop() {
        apply(new BfdSettings(List.of(), thread));
        turnEnded(loop.nowNanos());
    }

    /** The sessions in the order of the configuration. */
    Collection<RunningSession> sessions() {
        return sessions.values();
    }

    /** How all sessions are now. */
    Map<String, SessionView> views() {
        Map<String, SessionView> views = new HashMap<>();
        sessions.forEach((name, session) -> views.put(name, SessionView.of(session)));
        return views;
    }

    /**
     * The session of this name.
     *
     * @throws IllegalStateException if there is none
     */
    RunningSession session(String name) {
        return Optional.ofNullable(sessions.get(name))
                .orElseThrow(() -> new IllegalStateException("no BFD session " + name + " runs"));
    }
}

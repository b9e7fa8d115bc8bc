package org.ninelives.bfd.engine;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ninelives.api.system.Datagram;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.track.Finding;
import org.ninelives.bfd.core.ControlPacket;
import org.ninelives.bfd.core.Effect;
import org.ninelives.bfd.core.Input;
import org.ninelives.bfd.core.Session;
import org.ninelives.bfd.core.State;
import org.ninelives.bfd.settings.InstanceSettings;
import org.ninelives.bfd.wire.Flaw;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session with its socket, its counters and its history. Loop thread only. */
final class RunningSession extends Agenda.Entry {

    private static final Logger LOG = LoggerFactory.getLogger(RunningSession.class);

    /** So many idle intervals without success tell that the session does not come up. */
    private static final int IDLE_INTERVALS_OF_GRACE = 3;

    private final Surroundings surroundings;
    private final Session session;
    private final Counters counters = new Counters();
    private final Mouth mouth;
    private final Patience patience = new Patience();
    private final Consumer<Effect> performer = this::perform;
    private InstanceSettings settings;
    private Finding finding = Finding.UNKNOWN;
    private boolean leaving;
    private long graceEndsNanos = LoopTask.NEVER;
    private long lastTransitionMillis;
    private Optional<Effect.StateChanged> lastDown = Optional.empty();

    RunningSession(InstanceSettings settings, int discriminator, Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
        session = new Session(discriminator, settings.session(), surroundings.random());
        mouth = new Mouth(settings, surroundings.loop(), counters);
    }

    void start() {
        long now = surroundings.loop().nowNanos();
        long idleMicros = settings.session().idleTxMicros();
        graceEndsNanos = now + IDLE_INTERVALS_OF_GRACE * TimeUnit.MICROSECONDS.toNanos(idleMicros);
        handle(now, Input.START);
    }

    /** Other settings between the same addresses: the session goes on. */
    void reconfigure(InstanceSettings changed) {
        settings = changed;
        handle(surroundings.loop().nowNanos(), new Input.SettingsChanged(changed.session()));
    }

    /** Tells the neighbour and is gone; whoever tracks it keeps what it knows. */
    void stop() {
        leaving = true;
        disable();
        surroundings.agenda().remove(this);
        mouth.close();
    }

    void disable() {
        handle(surroundings.loop().nowNanos(), Input.DISABLE);
    }

    void enable() {
        handle(surroundings.loop().nowNanos(), Input.ENABLE);
    }

    private void handle(long nowNanos, Input input) {
        session.handle(nowNanos, input, performer);
        surroundings.agenda().update(this);
    }

    @Override
    long deadlineNanos() {
        return Math.min(session.deadlineNanos(), graceEndsNanos);
    }

    /** Whether its neighbour counts as lost unless something is heard of it now. */
    boolean concludesFromSilence(long nowNanos) {
        return session.silenceEndsNanos() <= nowNanos;
    }

    void due(long nowNanos) {
        if (graceEndsNanos <= nowNanos) {
            State state = session.state();
            count(
                    Finding.BAD,
                    LOG::info,
                    () -> "(%s) is not up yet (%s)".formatted(name(), state.word()));
        }
        handle(nowNanos, Input.TICK);
    }

    /** What is wrong about the way a packet came, if anything. */
    Flaw judge(Datagram datagram, boolean multihop) {
        boolean toUs = settings.source().isEmpty() || datagram.isTo(settings.source().get());
        if (!toUs || !datagram.isFrom(settings.neighbour()) || multihop != settings.multihop()) {
            return Flaw.OTHER_ADDRESS;
        }
        return datagram.hopLimit() < settings.hopLimitMin() ? Flaw.TOO_MANY_HOPS : Flaw.NONE;
    }

    void hear(long nowNanos, ControlPacket packet) {
        counters.received();
        handle(nowNanos, packet);
    }

    void discard(long nowNanos, Datagram datagram, Flaw flaw) {
        counters.discarded();
        if (patience.isOver(nowNanos)) {
            LOG.warn(
                    "({}) Discarding packet from {}: it {} (hop limit {}, {} are needed)",
                    name(),
                    datagram.source(),
                    flaw.text(),
                    datagram.hopLimit(),
                    settings.hopLimitMin());
        }
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.SendPacket send -> mouth.say(send.packet());
            case Effect.StateChanged change -> stateChanged(change);
            case Effect.Expired expired ->
                    log(wasUp() ? LOG::warn : LOG::debug, () -> Words.of(name(), expired));
            case Effect.DetectionTimeChanged change ->
                    log(wasUp() ? LOG::info : LOG::debug, () -> Words.of(name(), change));
            case Effect.PollStarted poll ->
                    log(LOG::debug, () -> "(" + name() + ") Starting poll sequence");
        }
    }

    private boolean wasUp() {
        return session.state() == State.UP;
    }

    private void stateChanged(Effect.StateChanged change) {
        lastTransitionMillis = System.currentTimeMillis();
        patience.reset();
        Supplier<String> text = () -> Words.of(name(), change);
        if (change.to() == State.UP) {
            counters.cameUp();
            count(Finding.GOOD, LOG::info, text);
        } else if (change.from() == State.UP) {
            counters.wentDown();
            lastDown = Optional.of(change);
            count(Finding.BAD, LOG::warn, text);
        } else {
            log(LOG::debug, text);
        }
    }

    /** Followers hear at once, log and events when the packets of the turn have left. */
    private void count(Finding found, Consumer<String> level, Supplier<String> text) {
        graceEndsNanos = LoopTask.NEVER;
        log(leaving ? LOG::info : level, text);
        if (leaving || found.equals(finding)) {
            return;
        }
        Finding before = finding;
        finding = found;
        Listener listener = surroundings.listener();
        listener.found(name(), found);
        surroundings.log().accept(() -> listener.happened(name(), before, found, text.get()));
    }

    private void log(Consumer<String> level, Supplier<String> text) {
        surroundings.log().accept(() -> level.accept(text.get()));
    }

    String name() {
        return settings.name();
    }

    String stateWord() {
        return session.state().word();
    }

    int discriminator() {
        return session.discriminator();
    }

    InstanceSettings settings() {
        return settings;
    }

    Session session() {
        return session;
    }

    Counters counters() {
        return counters;
    }

    /** What it counts for where it is tracked. */
    Finding finding() {
        return finding;
    }

    int sourcePort() {
        return mouth.port();
    }

    /** When the state changed last, milliseconds since 1970 UTC; 0 if never. */
    long lastTransitionMillis() {
        return lastTransitionMillis;
    }

    /** Why it left Up last; empty if it never did. */
    String lastDownReason() {
        return lastDown.map(Words::reason).orElse("");
    }
}

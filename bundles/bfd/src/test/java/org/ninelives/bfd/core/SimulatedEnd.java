package org.ninelives.bfd.core;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.random.RandomGenerator;

/** A node of a {@link SimulatedPair}, and the rules it must keep. */
final class SimulatedEnd {

    private final SimulatedPair pair;
    private final int number;
    private final Session session;
    private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
    private boolean started;
    private boolean fallAllowed = true;
    private long pausedUntilNanos;
    private long periodicNanos;
    private boolean answering;

    /** Something changed since the last packet, or while none could be sent. */
    private boolean hasNews;

    SimulatedEnd(SimulatedPair pair, int number, SessionSettings settings, RandomGenerator random) {
        this.pair = pair;
        this.number = number;
        session = new Session(number + 1, settings, random);
    }

    int number() {
        return number;
    }

    Session session() {
        return session;
    }

    void start() {
        started = true;
        handle(Input.START);
    }

    void change(SessionSettings settings) {
        handle(new Input.SettingsChanged(settings));
    }

    void pause(long nanos) {
        pausedUntilNanos = pair.nowNanos() + nanos;
    }

    void expectNoFall() {
        fallAllowed = false;
    }

    void expectFall() {
        fallAllowed = true;
    }

    /** When it wants to be woken; not before a pause is over. */
    long wakesNanos() {
        long deadline = waiting.isEmpty() ? session.deadlineNanos() : pair.nowNanos();
        return deadline == Intervals.NEVER ? deadline : Math.max(deadline, pausedUntilNanos);
    }

    /** What has come meanwhile is heard before anything is concluded from silence. */
    void wake() {
        while (!waiting.isEmpty()) {
            hear(waiting.remove());
        }
        if (session.deadlineNanos() <= pair.nowNanos()) {
            handle(Input.TICK);
            check(session.deadlineNanos() > pair.nowNanos(), "a tick moves the deadline");
        }
    }

    void arrive(ByteBuffer bytes) {
        if (pair.nowNanos() < pausedUntilNanos) {
            waiting.add(bytes);
        } else {
            hear(bytes);
        }
    }

    private void hear(ByteBuffer bytes) {
        for (ControlPacket packet : SimulatedPair.read(bytes, session.discriminator())) {
            answering = packet.isPoll();
            handle(packet);
            answering = false;
        }
    }

    void handle(Input input) {
        pair.inputHandled();
        hasNews |= input instanceof Input.SettingsChanged;
        session.handle(pair.nowNanos(), input, this::perform);
        check(
                session.state() != State.UP || session.neighbour().isKnown(),
                "who is up knows its neighbour");
        check(session.state() == State.UP || !session.isPolling(), "only who is up polls");
        check(!started || session.txMicros() >= session.neighbour().minRxMicros(), "politeness");
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.SendPacket send -> sent(send.packet());
            case Effect.StateChanged change -> {
                hasNews = true;
                check(fallAllowed || change.from() != State.UP, "no false alarm");
                check(change.from() != change.to(), "a change changes something");
            }
            case Effect.Expired expired -> check(expired.overdueNanos() >= 0, "never early");
            case Effect.DetectionTimeChanged change -> {}
            case Effect.PollStarted poll -> check(session.state() == State.UP, "polls when up");
        }
    }

    private void sent(ControlPacket packet) {
        check(!(packet.isPoll() && packet.isFinal()), "never poll and final");
        check(!packet.isFinal() || answering, "an answer has a question");
        check(
                session.state() == State.UP || packet.minTxMicros() >= 1_000_000,
                "a second at least while not up");
        check(
                !session.settings().passive() || session.neighbour().isKnown(),
                "the passive end is spoken to first");
        if (!packet.isFinal()) {
            long gap = pair.nowNanos() - periodicNanos;
            long least = Intervals.nanos(session.txMicros()) / 4 * 3;
            check(hasNews || gap >= least, "no packet too soon");
            periodicNanos = pair.nowNanos();
        }
        hasNews = false;
        pair.send(number, packet);
    }

    /** Both offer what they are configured to, and keep to the slower wish. */
    void checkAgreement(SessionSettings other) {
        SessionSettings own = session.settings();
        check(!session.isPolling(), "polls come to an end");
        check(
                session.txMicros() == Math.max(own.minTxMicros(), other.minRxMicros()),
                "the agreed interval");
        check(
                session.detectionMicros()
                        == Intervals.detectionMicros(
                                other.multiplier(), own.minRxMicros(), other.minTxMicros()),
                "the agreed detection time");
    }

    void check(boolean holds, String what) {
        if (!holds) {
            pair.fail(this + ": " + what);
        }
    }

    @Override
    public String toString() {
        return "%d %s tx %d detection %d%s at %d"
                .formatted(
                        number,
                        session.state().word(),
                        session.txMicros(),
                        session.detectionMicros(),
                        session.isPolling() ? " polling" : "",
                        pair.nowNanos());
    }
}

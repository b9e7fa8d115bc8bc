package org.ninelives.bfd.core;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * One session in asynchronous mode, as RFC 5880 section 6.8 tells it; without authentication and
 * echo. Knows no clock, no socket and no thread.
 */
public final class Session {

    private final int discriminator;
    private final RandomGenerator random;
    private final Neighbour neighbour = new Neighbour();
    private final Offer offer;
    private final ControlPacket packet = new ControlPacket();
    private final Effect.SendPacket send = new Effect.SendPacket(packet);
    private SessionSettings settings;
    private State state = State.DOWN;
    private Diagnostic diagnostic = Diagnostic.NONE;
    private boolean started;
    private long txMicros;
    private long detectionMicros;
    private long sentNanos;
    private long nextSendNanos;

    /** The neighbour has not been told yet how things stand here. */
    private boolean hasNews;

    private boolean owesFinal;

    private long nowNanos;
    private Consumer<? super Effect> effects = effect -> {};

    /**
     * A session that has not begun.
     *
     * @param discriminator not 0, and no other session's of this node
     * @param random for the jitter
     */
    public Session(int discriminator, SessionSettings settings, RandomGenerator random) {
        if (discriminator == 0) {
            throw new IllegalArgumentException("a discriminator is not 0");
        }
        this.discriminator = discriminator;
        this.settings = settings;
        this.random = random;
        offer = new Offer(wantedTxMicros(), settings.minRxMicros());
        txMicros = offer.minTxMicros();
    }

    /** Takes an input at a time that is never before that of the last one. */
    public void handle(long now, Input input, Consumer<? super Effect> performer) {
        nowNanos = now;
        effects = performer;
        switch (input) {
            case ControlPacket received -> hear(received);
            case Input.Start start -> begin();
            case Input.Tick tick -> noticeSilence();
            case Input.Disable disable -> disable();
            case Input.Enable enable -> enable();
            case Input.SettingsChanged change -> change(change.settings());
        }
        speak();
    }

    private void begin() {
        started = true;
        nextSendNanos = nowNanos;
    }

    /** RFC 5880 section 6.8.6, from where the session is found. */
    private void hear(ControlPacket received) {
        neighbour.heard(nowNanos, received);
        if (received.isFinal()) {
            offer.confirmed();
        }
        agree();
        if (state == State.ADMIN_DOWN) {
            return;
        }
        follow(received.state());
        owesFinal = received.isPoll();
    }

    private void follow(State remote) {
        switch (remote) {
            case ADMIN_DOWN -> {
                if (state != State.DOWN) {
                    become(State.DOWN, Diagnostic.NEIGHBOUR_SIGNALED_DOWN);
                }
            }
            case DOWN -> {
                if (state == State.DOWN) {
                    become(State.INIT, Diagnostic.NONE);
                } else if (state == State.UP) {
                    become(State.DOWN, Diagnostic.NEIGHBOUR_SIGNALED_DOWN);
                }
            }
            case INIT -> {
                if (state != State.UP) {
                    become(State.UP, Diagnostic.NONE);
                }
            }
            case UP -> {
                // While down: it has to notice first that this side was away.
                if (state == State.INIT) {
                    become(State.UP, Diagnostic.NONE);
                }
            }
        }
    }

    /** RFC 5880 section 6.8.4. */
    private void noticeSilence() {
        if (nowNanos < silenceEndsNanos()) {
            return;
        }
        boolean wasAlive = state == State.INIT || state == State.UP;
        if (wasAlive) {
            long silentNanos = nowNanos - neighbour.heardNanos();
            long overdueNanos = silentNanos - Intervals.nanos(detectionMicros);
            effects.accept(new Effect.Expired(silentNanos, overdueNanos));
        }
        neighbour.forget();
        if (wasAlive) {
            become(State.DOWN, Diagnostic.EXPIRED);
        } else {
            agree();
        }
    }

    private void disable() {
        if (state != State.ADMIN_DOWN) {
            become(State.ADMIN_DOWN, Diagnostic.ADMINISTRATIVELY_DOWN);
        }
    }

    private void enable() {
        if (state == State.ADMIN_DOWN) {
            become(State.DOWN, Diagnostic.NONE);
        }
    }

    private void change(SessionSettings changed) {
        hasNews |= changed.multiplier() != settings.multiplier();
        settings = changed;
        offerTimes();
    }

    /** The only writer of the state. */
    private void become(State to, Diagnostic why) {
        State from = state;
        state = to;
        diagnostic = why;
        hasNews = true;
        offerTimes();
        effects.accept(new Effect.StateChanged(from, to, why, neighbour.diagnostic()));
    }

    private void offerTimes() {
        if (state != State.UP) {
            hasNews |= wantedTxMicros() != offer.minTxMicros();
            hasNews |= settings.minRxMicros() != offer.minRxMicros();
            offer.withoutPoll(wantedTxMicros(), settings.minRxMicros());
        } else if (offer.withPoll(wantedTxMicros(), settings.minRxMicros())) {
            hasNews = true;
            effects.accept(Effect.POLL_STARTED);
        }
        agree();
    }

    /** RFC 5880 section 6.8.3: at least a second while the session is not up. */
    private long wantedTxMicros() {
        return state == State.UP
                ? settings.minTxMicros()
                : Math.max(settings.minTxMicros(), settings.idleTxMicros());
    }

    /** RFC 5880 sections 6.8.2 and 6.8.4: both keep to the slower one's wish. */
    private void agree() {
        long tx = Math.max(offer.minTxMicrosInForce(), neighbour.minRxMicros());
        if (tx != txMicros) {
            txMicros = tx;
            nextSendNanos = Math.max(nowNanos, sentNanos + jitteredNanos());
        }
        if (neighbour.isKnown()) {
            long before = detectionMicros;
            detectionMicros =
                    Intervals.detectionMicros(
                            neighbour.multiplier(),
                            offer.minRxMicrosInForce(),
                            neighbour.minTxMicros());
            if (detectionMicros != before) {
                effects.accept(new Effect.DetectionTimeChanged(before, detectionMicros));
            }
        }
    }

    private long jitteredNanos() {
        return Intervals.jitteredNanos(txMicros, settings.multiplier(), random);
    }

    /** RFC 5880 section 6.8.7. */
    private void speak() {
        if (owesFinal) {
            // Without regard to any interval, and whatever else there is to tell goes with it.
            owesFinal = false;
            hasNews = false;
            transmit(false, true);
        } else if (speaksPeriodically() && (hasNews || nowNanos >= nextSendNanos)) {
            hasNews = false;
            sentNanos = nowNanos;
            nextSendNanos = nowNanos + jitteredNanos();
            transmit(offer.isPolling(), false);
        }
    }

    private boolean speaksPeriodically() {
        boolean demanded =
                neighbour.isDemand() && state == State.UP && neighbour.state() == State.UP;
        return started
                && (neighbour.isKnown() || !settings.passive())
                && neighbour.minRxMicros() != 0
                && (!demanded || offer.isPolling());
    }

    private void transmit(boolean poll, boolean isFinal) {
        packet.is(state, diagnostic.number(), discriminator, neighbour.discriminator())
                .offers(offer.minTxMicros(), offer.minRxMicros(), settings.multiplier())
                .flags(poll, isFinal, false);
        effects.accept(send);
    }

    /** When the next {@link Input.Tick} is due, or {@link Intervals#NEVER}. */
    public long deadlineNanos() {
        return Math.min(speaksPeriodically() ? nextSendNanos : Intervals.NEVER, silenceEndsNanos());
    }

    /**
     * When a neighbour that is not heard until then counts as lost, or {@link Intervals#NEVER}
     * while none is known. Whoever gives the tick for it has first to hand over all that was
     * received.
     */
    public long silenceEndsNanos() {
        return neighbour.isKnown()
                ? neighbour.heardNanos() + Intervals.nanos(detectionMicros)
                : Intervals.NEVER;
    }

    public State state() {
        return state;
    }

    /** Why it left {@link State#UP} last; none while it is up. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }

    public int discriminator() {
        return discriminator;
    }

    public Neighbour neighbour() {
        return neighbour;
    }

    public SessionSettings settings() {
        return settings;
    }

    /** The agreed interval of the packets sent, in microseconds, before jitter. */
    public long txMicros() {
        return txMicros;
    }

    /** The detection time in microseconds; 0 before anything was heard. */
    public long detectionMicros() {
        return detectionMicros;
    }

    /** Whether the neighbour is being asked to confirm new times. */
    public boolean isPolling() {
        return offer.isPolling();
    }
}

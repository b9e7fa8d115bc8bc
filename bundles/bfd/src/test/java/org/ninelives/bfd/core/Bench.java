package org.ninelives.bfd.core;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One session on a workbench: a test plays the clock and the neighbour. */
final class Bench {

    static final int OWN = 0x0a0a0a0a;
    static final int OTHER = 0x0b0b0b0b;

    /** 10 ms in both directions, five packets, a second while idle. */
    static final SessionSettings USUAL = new SessionSettings(10_000, 10_000, 1_000_000, 5, false);

    private final Session session;
    private final List<Effect> effects = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private long nowNanos = 1_000_000_000_000L;

    Bench(SessionSettings settings) {
        session = new Session(OWN, settings, new SplittableRandom(1));
    }

    /** A session that has begun. */
    static Bench begun(SessionSettings settings) {
        Bench bench = new Bench(settings);
        bench.handle(Input.START);
        return bench;
    }

    /** A session that is up with a neighbour of the same times, and has ended its first poll. */
    static Bench up(SessionSettings settings) {
        Bench bench = begun(settings);
        bench.hears(State.DOWN);
        bench.hears(State.UP);
        bench.hears(bench.answer());
        bench.forget();
        return bench;
    }

    Session session() {
        return session;
    }

    long nowNanos() {
        return nowNanos;
    }

    Bench handle(Input input) {
        session.handle(nowNanos, input, this::perform);
        return this;
    }

    private void perform(Effect effect) {
        if (effect instanceof Effect.SendPacket send) {
            sent.add(send.packet().toString());
        } else {
            effects.add(effect);
        }
    }

    /** A packet of the neighbour to this session. */
    ControlPacket packet(State state) {
        return new ControlPacket().is(state, 0, OTHER, OWN).offers(10_000, 10_000, 5);
    }

    Bench hears(State state) {
        return handle(packet(state));
    }

    Bench hears(ControlPacket packet) {
        return handle(packet);
    }

    /** Lets time pass without a word of the neighbour; each deadline on the way is met exactly. */
    Bench silence(long millis) {
        long end = nowNanos + millis * 1_000_000;
        while (session.deadlineNanos() <= end) {
            nowNanos = Math.max(nowNanos, session.deadlineNanos());
            handle(Input.TICK);
        }
        nowNanos = end;
        return this;
    }

    /** The same with a word of it every 10 ms. */
    Bench conversation(long millis, State state) {
        for (long left = millis; left > 0; left -= 10) {
            silence(Math.min(left, 10));
            hears(state);
        }
        return this;
    }

    /** The neighbour's answer to a poll. */
    ControlPacket answer() {
        return packet(State.UP).flags(false, true, false);
    }

    /** What the session told since {@link #forget}. */
    List<Effect> effects() {
        return effects;
    }

    /** The packets it sent since then, as text. */
    List<String> sent() {
        return sent;
    }

    String lastSent() {
        return sent.getLast();
    }

    Bench forget() {
        effects.clear();
        sent.clear();
        return this;
    }
}

package org.ninelives.vrrp.core;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.net.IpAddress;

/** One router alone with a test that plays the rest of the world; it has address 192.0.2.10. */
final class Stage {

    static final long SECOND = 1_000_000_000L;
    static final IpAddress LOWER = IpAddress.of("192.0.2.9");
    static final IpAddress HIGHER = IpAddress.of("192.0.2.11");
    static final IpAddress OWN = IpAddress.of("192.0.2.10");

    final VirtualRouter router;
    private final List<Effect> effects = new ArrayList<>();
    private long nowNanos;

    private Stage(RouterSettings settings) {
        router = new VirtualRouter(settings);
        input(new Input.SourceAddressChanged(OWN));
    }

    static Stage of(RouterSettings settings) {
        return new Stage(settings);
    }

    static Stage backup(RouterSettings settings) {
        Stage stage = new Stage(settings);
        stage.input(Input.START);
        return stage;
    }

    static Stage master(RouterSettings settings) {
        Stage stage = backup(settings);
        stage.waits(stage.router.deadlineNanos() - stage.nowNanos);
        stage.takeEffects();
        return stage;
    }

    Stage input(Input input) {
        router.handle(nowNanos, input, effects::add);
        return this;
    }

    Stage hears(int priority, IpAddress from) {
        return hears(priority, from, SECOND);
    }

    Stage hears(int priority, IpAddress from, long intervalNanos) {
        return input(
                new ReceivedAdvert()
                        .set(priority, intervalNanos, from.family(), from.high(), from.low()));
    }

    /** Time passes, with ticks when they are due. */
    Stage waits(long nanos) {
        long end = nowNanos + nanos;
        while (router.deadlineNanos() <= end) {
            nowNanos = router.deadlineNanos();
            input(Input.TICK);
        }
        nowNanos = end;
        return this;
    }

    /** Time passes unnoticed, then the tick comes. */
    Stage sleeps(long nanos) {
        return pauses(nanos).input(Input.TICK);
    }

    /** Time passes unnoticed. */
    Stage pauses(long nanos) {
        nowNanos += nanos;
        return this;
    }

    long untilDeadline() {
        return router.deadlineNanos() - nowNanos;
    }

    State state() {
        return router.state();
    }

    /** The effects since the last call. */
    List<Effect> takeEffects() {
        List<Effect> taken = List.copyOf(effects);
        effects.clear();
        return taken;
    }

    /** As {@link #takeEffects}, without remarks. */
    List<Effect> takeActs() {
        return takeEffects().stream().filter(effect -> !(effect instanceof Remark)).toList();
    }

    /** The log lines since the last call. */
    List<String> takeLines() {
        return takeEffects().stream()
                .filter(Remark.class::isInstance)
                .map(effect -> ((Remark) effect).text("VI_1"))
                .toList();
    }
}

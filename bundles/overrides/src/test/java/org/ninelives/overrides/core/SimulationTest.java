package org.ninelives.overrides.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;

/** The list in ten thousand small lives, beside a plain list that is searched from end to end. */
class SimulationTest {

    private static final int SEEDS = 10_000;
    private static final int STEPS = 60;
    private static final long MILLI = 1_000_000;
    private static final List<Lasting> LASTING = List.of(Lasting.values());

    private final List<Remembered> naive = new ArrayList<>();
    private Ledger ledger = new Ledger();
    private Random random = new Random(0);
    private long nowNanos;
    private long nowMillis;

    private record Remembered(LiveOverride override, long endNanos) {}

    @Test
    void theListIsWhatAPlainListWouldBe() throws DamagedStateException {
        for (int seed = 1; seed <= SEEDS; seed++) {
            random = new Random(seed);
            naive.clear();
            ledger = new Ledger();
            nowNanos = random.nextLong(1L << 50);
            nowMillis = 1 + random.nextLong(1L << 40);
            for (int step = 0; step < STEPS; step++) {
                String what = step();
                List<LiveOverride> expected = naive.stream().map(Remembered::override).toList();
                if (!ledger.all().equals(expected) || ledger.deadlineNanos() <= nowNanos) {
                    fail(
                            "seed %d, step %d, %s: %s until %d, not %s",
                            seed, step, what, ledger.all(), ledger.deadlineNanos(), expected);
                }
            }
        }
    }

    private String step() throws DamagedStateException {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> set(any());
            case 3 -> revert(any());
            case 4 -> reload();
            case 5 -> restart();
            default -> timePasses();
        };
    }

    private String set(LiveOverride any) {
        naive.removeIf(each -> each.override().key().equals(any.key()));
        long millis = any.untilMillis() - any.setMillis();
        long end = any.untilMillis() == 0 ? Long.MAX_VALUE : nowNanos + millis * MILLI;
        naive.add(new Remembered(any, end));
        ledger.set(nowNanos, any);
        return "set " + any;
    }

    private String revert(LiveOverride any) {
        boolean had = naive.removeIf(each -> each.override().key().equals(any.key()));
        assertThat(ledger.revert(any.key()).isPresent()).isEqualTo(had);
        return "revert " + any.key();
    }

    private String reload() {
        naive.removeIf(each -> each.override().lasting() == Lasting.UNTIL_RELOAD);
        ledger.reload();
        return "reload";
    }

    private String timePasses() {
        long millis = random.nextInt(40);
        nowNanos += millis * MILLI;
        nowMillis += random.nextInt(10) == 0 ? random.nextInt(200) - 100 : millis;
        naive.removeIf(each -> each.endNanos() <= nowNanos);
        ledger.expire(nowNanos);
        return millis + " ms pass";
    }

    /** The daemon is down for a while, in which somebody may set the clock. */
    private String restart() throws DamagedStateException {
        boolean sameRun = random.nextInt(4) == 0;
        List<LiveOverride> stored =
                StateText.of(new StateText("r", ledger.all()).bytes()).overrides();
        assertThat(stored).isEqualTo(ledger.all());
        nowMillis = Math.max(1, nowMillis + random.nextInt(150) - 50);
        nowNanos = random.nextLong(1L << 50);
        ledger = new Ledger();
        ledger.restore(nowNanos, nowMillis, stored, sameRun);
        naive.clear();
        for (LiveOverride each : stored) {
            long left = each.untilMillis() - nowMillis;
            boolean lasts = sameRun || each.lasting() == Lasting.UNTIL_REVERTED;
            if (lasts && each.untilMillis() == 0) {
                naive.add(new Remembered(each, Long.MAX_VALUE));
            } else if (lasts && left > 0) {
                long set = each.untilMillis() - each.setMillis();
                naive.add(new Remembered(each, nowNanos + MILLI * (left > set ? set : left)));
            }
        }
        return sameRun ? "update" : "restart";
    }

    private LiveOverride any() {
        long until = random.nextBoolean() ? 0 : nowMillis + 1 + random.nextInt(100);
        return Samples.priority(
                "VI_" + random.nextInt(6),
                1 + random.nextInt(254),
                nowMillis,
                until,
                LASTING.get(random.nextInt(LASTING.size())));
    }
}

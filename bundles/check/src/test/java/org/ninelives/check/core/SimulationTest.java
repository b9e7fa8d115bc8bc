package org.ninelives.check.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.CheckStanding.Verdict;

/** Lives of checks from seeds, held against rules that look at the whole history each time. */
class SimulationTest {

    static LongStream seeds() {
        return LongStream.range(0, 2000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theVerdictIsThatOfTheHistory(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CheckSchedule schedule =
                new CheckSchedule(
                        Duration.ofMillis(random.nextInt(1, 3000)),
                        Duration.ofMillis(random.nextInt(1, 3000)),
                        random.nextInt(4),
                        Duration.ofMillis(random.nextInt(2000)),
                        Duration.ofMillis(random.nextInt(2000)),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        random.nextInt(1, 4));
        boolean alpha = random.nextBoolean();
        double health = random.nextDouble();
        CheckMachine machine = new CheckMachine(schedule, alpha);
        long now = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
        machine.begin(now, random);
        List<Boolean> history = new ArrayList<>();
        Verdict verdict = Verdict.UNKNOWN;
        for (int i = 0; i < 60; i++) {
            long due = machine.dueNanos();
            assertThat(due).isGreaterThanOrEqualTo(now);
            now = due + random.nextLong(4_000_000_000L);
            boolean passed = random.nextDouble() < health;
            history.add(passed);

            Step step = machine.ended(now, passed);

            Verdict next = after(history, verdict, schedule, alpha);
            assertThat(machine.verdict()).isEqualTo(next);
            assertThat(step == Step.PASSED || step == Step.FAILED).isEqualTo(next != verdict);
            assertThat(machine.dueNanos()).isBetween(now, now + 3_000_000_000L);
            verdict = next;
        }
    }

    private static Verdict after(
            List<Boolean> history, Verdict before, CheckSchedule schedule, boolean alpha) {
        boolean last = history.getLast();
        long inARow = 0;
        for (int i = history.size() - 1; i >= 0 && history.get(i) == last; i--) {
            inARow++;
        }
        return switch (before) {
            case UNKNOWN -> {
                if (!last) {
                    yield Verdict.FAILED;
                }
                yield alpha && inARow < schedule.rise() ? Verdict.UNKNOWN : Verdict.PASSED;
            }
            case PASSED -> !last && inARow > schedule.retry() ? Verdict.FAILED : before;
            case FAILED -> last && inARow >= schedule.rise() ? Verdict.PASSED : before;
        };
    }
}

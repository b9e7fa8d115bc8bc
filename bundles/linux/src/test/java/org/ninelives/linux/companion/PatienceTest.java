package org.ninelives.linux.companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final long MILLIS = 1_000_000;
    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    /** As System.nanoTime may have it. */
    private static final long START = -1_000 * MILLIS;

    private final Patience patience = new Patience(START);

    @Test
    void aDaemonThatDoesNotRunHangsAfterLessThanASecond() {
        assertThat(isOver(450, ran(7))).isFalse();
        assertThat(isOver(900, ran(7))).isTrue();
    }

    @Test
    void withoutWordOfTheKernelSilenceIsEnough() {
        assertThat(isOver(450, UNKNOWN)).isFalse();
        assertThat(isOver(900, UNKNOWN)).isTrue();
    }

    @Test
    void aDaemonThatRunsIsGivenMoreTimeButNotForEver() {
        for (int millis = 450; millis < 3_000; millis += 450) {
            assertThat(isOver(millis, ran(millis))).as("%d ms", millis).isFalse();
        }
        assertThat(isOver(3_150, ran(3_150))).isTrue();
    }

    @Test
    void aDaemonThatHasStoppedRunningHangs() {
        isOver(450, ran(450));
        isOver(900, ran(900));
        assertThat(isOver(1_350, ran(1_000))).isTrue();
    }

    @Test
    void eachWordBeginsTheSilenceAnew() {
        isOver(450, UNKNOWN);
        patience.heard(START + 800 * MILLIS);
        assertThat(patience.deadlineNanos()).isEqualTo(START + 1_250 * MILLIS);
        assertThat(isOver(1_250, UNKNOWN)).isFalse();
        assertThat(isOver(1_700, UNKNOWN)).isTrue();
        assertThat(patience.silenceNanos(START + 1_700 * MILLIS)).isEqualTo(900 * MILLIS);
    }

    @Test
    void aMachineThatStoodStillExcusesTheDaemonOnce() {
        assertThat(isOver(5_000, UNKNOWN)).isFalse();
        assertThat(isOver(5_450, UNKNOWN)).isFalse();
        assertThat(isOver(5_900, UNKNOWN)).isTrue();
    }

    @Test
    void toBeLateAgainIsNoExcuse() {
        isOver(5_000, UNKNOWN);
        isOver(10_000, UNKNOWN);
        assertThat(isOver(15_000, UNKNOWN)).isTrue();
    }

    private boolean isOver(long millis, OptionalLong ranNanos) {
        return patience.isOver(START + millis * MILLIS, ranNanos);
    }

    private static OptionalLong ran(long millis) {
        return OptionalLong.of(millis * MILLIS);
    }
}

package org.ninelives.check.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.api.check.CheckStanding.Verdict.FAILED;
import static org.ninelives.api.check.CheckStanding.Verdict.PASSED;
import static org.ninelives.api.check.CheckStanding.Verdict.UNKNOWN;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.CheckStanding.Verdict;

class CheckMachineTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NOW = -5 * SECOND; // the scale may start anywhere

    private final RandomGenerator random = new SplittableRandom(7);

    /** Every 10 s, 20 s while it has failed; 2 retries after 3 s; 4 s of warm-up. */
    private static CheckMachine machine(int rise, boolean alpha) {
        return new CheckMachine(
                new CheckSchedule(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        2,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        rise),
                alpha);
    }

    private static CheckMachine known(Verdict verdict) {
        CheckMachine machine = machine(1, false);
        machine.takeOver(NOW, verdict);
        return machine;
    }

    @Test
    void theFirstLookComesASecondAndARandomWarmUpLater() {
        for (int i = 0; i < 1000; i++) {
            CheckMachine machine = machine(1, false);
            machine.begin(NOW, random);

            assertThat(machine.dueNanos()).isBetween(NOW + SECOND, NOW + 5 * SECOND);
            assertThat(machine.verdict()).isEqualTo(UNKNOWN);
        }
    }

    @Test
    void theSameSeedGivesTheSameTimes() {
        CheckMachine one = machine(1, false);
        CheckMachine other = machine(1, false);
        one.begin(NOW, new SplittableRandom(1));
        other.begin(NOW, new SplittableRandom(1));

        assertThat(one.dueNanos()).isEqualTo(other.dueNanos());
    }

    @Test
    void theFirstResultDecidesAtOnce() {
        CheckMachine passing = machine(3, false);
        CheckMachine failing = machine(3, false);

        assertThat(passing.ended(NOW, true)).isEqualTo(Step.PASSED);
        assertThat(failing.ended(NOW, false)).isEqualTo(Step.FAILED);
        assertThat(failing.retries()).isZero();
    }

    @Test
    void anAlphaCheckHasToRiseFromTheStart() {
        CheckMachine machine = machine(2, true);

        assertThat(machine.ended(NOW, true)).isEqualTo(Step.NONE);
        assertThat(machine.verdict()).isEqualTo(UNKNOWN);
        assertThat(machine.ended(NOW, true)).isEqualTo(Step.PASSED);
    }

    @Test
    void aCheckThatPassedIsTriedAgainBeforeItFails() {
        CheckMachine machine = known(PASSED);

        assertThat(machine.ended(NOW, false)).isEqualTo(Step.RETRY);
        assertThat(machine.ended(NOW, false)).isEqualTo(Step.RETRY);
        assertThat(machine.ended(NOW, false)).isEqualTo(Step.FAILED);
        assertThat(machine.retries()).isEqualTo(2);
        assertThat(machine.ended(NOW, false)).isEqualTo(Step.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void aLookThatCouldNotBeMadeChangesNothingAndIsMadeSoon(Verdict verdict) {
        CheckMachine machine = known(verdict);
        machine.notMade(NOW);

        assertThat(machine.verdict()).isEqualTo(verdict);
        assertThat(machine.retries()).isZero();
        assertThat(machine.dueNanos()).isEqualTo(NOW + SECOND);
    }

    @Test
    void oneThatRestsRestsOnWhateverCouldNotBeMade() {
        CheckMachine machine = known(PASSED);
        machine.rest();
        machine.notMade(NOW);

        assertThat(machine.dueNanos()).isEqualTo(CheckMachine.NEVER);
    }

    @Test
    void aLookThatDoesNotEndLeavesNoMoreTries() {
        CheckMachine machine = known(PASSED);

        assertThat(machine.lost()).isEqualTo(Step.FAILED);
        assertThat(machine.verdict()).isEqualTo(FAILED);
        assertThat(machine.lost()).isEqualTo(Step.NONE);
    }

    @Test
    void onePassInBetweenGivesAllTriesBack() {
        CheckMachine machine = known(PASSED);
        machine.ended(NOW, false);
        machine.ended(NOW, false);

        assertThat(machine.ended(NOW, true)).isEqualTo(Step.NONE);
        assertThat(machine.ended(NOW, false)).isEqualTo(Step.RETRY);
        assertThat(machine.retries()).isOne();
    }

    @Test
    void onePassBringsAFailedCheckBack() {
        assertThat(known(FAILED).ended(NOW, true)).isEqualTo(Step.PASSED);
    }

    @Test
    void withRiseItTakesSoManyInARow() {
        CheckMachine machine = machine(2, false);
        machine.takeOver(NOW, FAILED);

        assertThat(machine.ended(NOW, true)).isEqualTo(Step.NONE);
        assertThat(machine.ended(NOW, false)).isEqualTo(Step.NONE);
        assertThat(machine.ended(NOW, true)).isEqualTo(Step.NONE);
        assertThat(machine.ended(NOW, true)).isEqualTo(Step.PASSED);
    }

    @Test
    void looksStartAtEqualDistances() {
        CheckMachine machine = known(PASSED);
        machine.ended(NOW + SECOND, true);

        assertThat(machine.dueNanos()).isEqualTo(NOW + 10 * SECOND);
    }

    @Test
    void aLookThatTookLongerThanTheDistanceIsFollowedByAWholeRest() {
        CheckMachine machine = known(PASSED);
        machine.ended(NOW + 10 * SECOND, true);

        assertThat(machine.dueNanos()).isEqualTo(NOW + 20 * SECOND);
    }

    @Test
    void aRetryComesItsDelayAfterTheEndOfTheTryBefore() {
        CheckMachine machine = known(PASSED);
        machine.ended(NOW + SECOND, false);

        assertThat(machine.dueNanos()).isEqualTo(NOW + 4 * SECOND);
    }

    @Test
    void aCheckThatHasFailedHasADistanceOfItsOwn() {
        CheckMachine machine = known(FAILED);
        machine.ended(NOW + SECOND, false);
        assertThat(machine.dueNanos()).isEqualTo(NOW + 20 * SECOND);

        machine.ended(NOW + 21 * SECOND, true);
        assertThat(machine.dueNanos()).isEqualTo(NOW + 30 * SECOND);
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"PASSED", "FAILED"})
    void whatIsTakenOverHoldsAndIsLookedAtAtOnce(Verdict verdict) {
        CheckMachine machine = known(verdict);

        assertThat(machine.verdict()).isEqualTo(verdict);
        assertThat(machine.dueNanos()).isEqualTo(NOW);
    }

    @Test
    void aCheckThatRestsIsNeverDueAndKeepsItsVerdict() {
        CheckMachine machine = known(PASSED);
        machine.rest();
        assertThat(machine.dueNanos()).isEqualTo(CheckMachine.NEVER);

        machine.ended(NOW, false); // of a look that was under way
        assertThat(machine.dueNanos()).isEqualTo(CheckMachine.NEVER);
        assertThat(machine.verdict()).isEqualTo(PASSED);
    }

    @Test
    void afterARestTheWarmUpSpreadsTheLooksAgain() {
        CheckMachine machine = known(PASSED);
        machine.rest();
        machine.resume(NOW, random);

        assertThat(machine.dueNanos()).isBetween(NOW, NOW + 4 * SECOND);
    }
}

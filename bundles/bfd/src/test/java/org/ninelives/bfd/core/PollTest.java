package org.ninelives.bfd.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Changes of times, RFC 5880 sections 6.5 and 6.8.3. */
class PollTest {

    @Test
    void theUsualTimesAreAskedForWhenTheSessionComesUp() {
        Bench bench = Bench.begun(Bench.USUAL).hears(State.DOWN).forget();

        bench.hears(State.INIT);

        assertThat(bench.effects()).startsWith(Effect.POLL_STARTED);
        assertThat(bench.lastSent())
                .isEqualTo("Up diag 0 0a0a0a0a -> 0b0b0b0b tx 10000 rx 10000 x 5 P");
        assertThat(bench.session().txMicros()).as("sooner harms nobody").isEqualTo(10_000);
    }

    @Test
    void aPollIsRepeatedUntilItIsAnswered() {
        Bench bench = Bench.begun(Bench.USUAL).hears(State.DOWN).hears(State.INIT).forget();

        bench.conversation(200, State.UP);
        assertThat(bench.sent()).hasSizeGreaterThan(19).allMatch(text -> text.endsWith(" P"));

        bench.forget().hears(bench.answer()).conversation(200, State.UP);
        assertThat(bench.sent()).hasSizeGreaterThan(19).noneMatch(text -> text.endsWith(" P"));
    }

    @Test
    void noPollIsNeededWhereTheIdlePaceIsThePace() {
        SessionSettings slow = new SessionSettings(2_000_000, 10_000, 1_000_000, 5, false);

        Bench bench = Bench.begun(slow).hears(State.DOWN).forget().hears(State.INIT);

        assertThat(bench.session().isPolling()).isFalse();
        assertThat(bench.lastSent()).endsWith("tx 2000000 rx 10000 x 5");
    }

    @Test
    void aSlowerPaceWaitsForTheAnswer() {
        Bench bench = Bench.up(Bench.USUAL);

        bench.handle(changed(30_000, 10_000, 5));

        assertThat(bench.lastSent()).endsWith("tx 30000 rx 10000 x 5 P");
        assertThat(bench.session().txMicros()).isEqualTo(10_000);
        assertThat(bench.hears(bench.answer()).session().txMicros()).isEqualTo(30_000);
    }

    @Test
    void aShorterDetectionTimeWaitsForTheAnswer() {
        Bench bench = Bench.up(new SessionSettings(10_000, 100_000, 1_000_000, 5, false));

        bench.handle(changed(10_000, 20_000, 5));

        assertThat(bench.lastSent()).endsWith("tx 10000 rx 20000 x 5 P");
        assertThat(bench.session().detectionMicros()).isEqualTo(500_000);
        assertThat(bench.hears(bench.answer()).session().detectionMicros()).isEqualTo(100_000);
    }

    @Test
    void aLongerDetectionTimeIsInForceAtOnce() {
        Bench bench = Bench.up(Bench.USUAL);

        bench.handle(changed(10_000, 20_000, 5));

        assertThat(bench.session().isPolling()).isTrue();
        assertThat(bench.session().detectionMicros()).isEqualTo(100_000);
    }

    @Test
    void aChangeDuringAPollIsPolledAnew() {
        Bench bench = Bench.up(Bench.USUAL).handle(changed(30_000, 10_000, 5));

        bench.handle(changed(60_000, 10_000, 5)).hears(bench.answer());

        assertThat(bench.session().isPolling()).as("it may answer the first").isTrue();
        assertThat(bench.session().txMicros()).isEqualTo(10_000);
        assertThat(bench.hears(bench.answer()).session().txMicros()).isEqualTo(60_000);
        assertThat(bench.session().isPolling()).isFalse();
    }

    @Test
    void anotherMultiplierIsToldAtOnceAndNeedsNoPoll() {
        Bench bench = Bench.up(Bench.USUAL);

        bench.handle(changed(10_000, 10_000, 7));

        assertThat(bench.sent())
                .containsExactly("Up diag 0 0a0a0a0a -> 0b0b0b0b tx 10000 rx 10000 x 7");
    }

    @Test
    void theSameSettingsAgainAreNoNews() {
        Bench bench = Bench.up(Bench.USUAL);

        bench.handle(new Input.SettingsChanged(Bench.USUAL));

        assertThat(bench.sent()).isEmpty();
        assertThat(bench.effects()).isEmpty();
    }

    @Test
    void aPollEndsWithTheSession() {
        Bench bench = Bench.up(Bench.USUAL).handle(changed(30_000, 10_000, 5));

        bench.hears(State.DOWN);

        assertThat(bench.session().isPolling()).isFalse();
        assertThat(bench.lastSent()).endsWith("tx 1000000 rx 10000 x 5");
        assertThat(bench.session().txMicros()).isEqualTo(1_000_000);
    }

    @Test
    void anAnswerThatNobodyAskedForMeansNothing() {
        Bench bench = Bench.up(Bench.USUAL).hears(Bench.up(Bench.USUAL).answer());

        assertThat(bench.effects()).isEmpty();
        assertThat(bench.sent()).isEmpty();
    }

    private static Input changed(long minTx, long minRx, int multiplier) {
        return new Input.SettingsChanged(
                new SessionSettings(minTx, minRx, 1_000_000, multiplier, false));
    }
}

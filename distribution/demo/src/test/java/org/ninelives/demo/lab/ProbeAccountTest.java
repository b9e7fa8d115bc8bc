package org.ninelives.demo.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProbeAccountTest {

    private static final long MILLI = 1_000_000;

    private final ProbeAccount account = new ProbeAccount();

    @Test
    void theLongestSilenceIsTheTimeBetweenTwoAnswers() {
        answers(0, 10, 45, 55);

        assertThat(account.longestSilence()).isEqualTo(Duration.ofMillis(35));
    }

    @Test
    void aWatchForgetsEarlierSilencesButNotTheLastAnswer() {
        answers(0, 500);
        account.watch();
        answers(520, 530);

        assertThat(account.longestSilence()).isEqualTo(Duration.ofMillis(20));
    }

    @Test
    void theTimeBeforeTheFirstAnswerIsNoSilence() {
        answers(9_000);

        assertThat(account.longestSilence()).isZero();
    }

    @Test
    void probesBeforeTheFirstAnsweredOneDoNotCount() {
        account.sent();
        account.sent();
        account.sent();
        answers(30);
        account.sent();

        assertThat(account.totals().sent()).isEqualTo(2);
        assertThat(account.totals().missing()).isEqualTo(1);
    }

    @Test
    void itWaitsForAHostOnlyAsLongAsTold() throws InterruptedException {
        answers(0);

        assertThat(account.awaitAnswerFrom("node-a", Duration.ofSeconds(9))).isTrue();
        assertThat(account.awaitAnswerFrom("node-b", Duration.ZERO)).isFalse();
    }

    private void answers(long... millis) {
        for (long at : millis) {
            account.answered(at * MILLI, "node-a");
        }
    }
}

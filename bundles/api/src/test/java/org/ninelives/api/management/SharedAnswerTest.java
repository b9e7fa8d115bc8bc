package org.ninelives.api.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class SharedAnswerTest {

    private long now;
    private int asked;
    private final SharedAnswer<Integer> answer = new SharedAnswer<>(() -> ++asked, () -> now);

    private void pass(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void manyWhoAskWithinATenthOfASecondAreToldTheSame() {
        assertThat(answer.get()).isEqualTo(1);
        pass(99);
        assertThat(answer.get()).isEqualTo(1);
        pass(1);
        assertThat(answer.get()).isEqualTo(2);
    }

    @Test
    void whoAsksAfterAChangeIsToldWhatCameOfIt() {
        answer.get();
        answer.outdate();

        assertThat(answer.get()).isEqualTo(2);
        assertThat(answer.get()).isEqualTo(2);
    }

    @Test
    void aChangeWhileTheAnswerIsMadeIsNotForgotten() {
        AtomicReference<SharedAnswer<Integer>> self = new AtomicReference<>();
        self.set(
                new SharedAnswer<>(
                        () -> {
                            if (asked++ == 0) {
                                self.get().outdate();
                            }
                            return asked;
                        },
                        () -> now));

        assertThat(self.get().get()).isEqualTo(1);
        assertThat(self.get().get()).isEqualTo(2);
    }

    @Test
    void whatIsReadAtOneMomentAgrees() {
        List<Integer> read =
                Moment.at(
                        () -> {
                            int first = answer.get();
                            answer.outdate();
                            pass(1_000);
                            return Moment.at(() -> List.of(first, answer.get()));
                        });

        assertThat(read).containsExactly(1, 1);
        assertThat(answer.get()).isEqualTo(2);
    }

    @Test
    void aQuestionThatFailsIsAskedAgain() {
        SharedAnswer<Integer> failing =
                new SharedAnswer<>(
                        () -> {
                            if (asked++ == 0) {
                                throw new IllegalStateException("not now");
                            }
                            return asked;
                        },
                        () -> now);

        assertThatIllegalStateException().isThrownBy(failing::get).withMessage("not now");
        assertThat(failing.get()).isEqualTo(2);
    }
}

package org.ninelives.api.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopPatienceTest {

    private long nowNanos = TimeUnit.SECONDS.toNanos(100);
    private final LoopPatience patience =
            new LoopPatience("test", Duration.ofMillis(1), () -> nowNanos);

    @Test
    void anAnswerIsHandedOnAsItIs() throws ExecutionException {
        LoopPatience.Question<String> question = patience.begin();
        question.answer().complete("yes");
        assertThat(patience.await(question)).isEqualTo("yes");

        LoopPatience.Question<String> wrong = patience.begin();
        wrong.answer().completeExceptionally(new ArithmeticException());
        assertThatThrownBy(() -> patience.await(wrong))
                .hasCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void aHungLoopIsWaitedForOnceAndRefusesWhoComesLater() throws ExecutionException {
        LoopPatience.Question<String> question = patience.begin();
        LoopPatience.Question<String> other = patience.begin();
        nowNanos += TimeUnit.SECONDS.toNanos(5);
        assertThatThrownBy(() -> patience.await(question))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the test loop has not answered for 5 s");

        nowNanos += TimeUnit.SECONDS.toNanos(7);
        assertThatThrownBy(patience::refuseIfHung)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the test loop has not answered for 12 s");

        other.answer().complete("asked before it was known");
        assertThat(patience.await(other)).isNotEmpty();
        question.answer().complete("late");
        patience.refuseIfHung();
    }
}

package org.ninelives.api.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void waitsTwiceAsLongEachTimeUpToAMinute() {
        assertThat(pauses(9)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void beginsAnewAfterASuccess() {
        assertThat(pauses(4)).containsExactly(1L, 2L, 4L, 8L);
        backoff.works();
        assertThat(pauses(2)).containsExactly(1L, 2L);
    }

    @Test
    void anyNumberOfFailuresEndsAtAMinute() {
        assertThat(Duration.ofNanos(Backoff.pauseNanos(Integer.MAX_VALUE)))
                .isEqualTo(Duration.ofMinutes(1));
    }

    private LongStream pauses(int count) {
        return LongStream.generate(backoff::failed)
                .limit(count)
                .map(nanos -> Duration.ofNanos(nanos).toSeconds());
    }
}

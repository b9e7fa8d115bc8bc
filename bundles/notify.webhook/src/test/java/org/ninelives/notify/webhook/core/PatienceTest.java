package org.ninelives.notify.webhook.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {

    @Test
    void eachWaitIsTwiceAsLongUpToAMinute() {
        Patience patience = new Patience(100);
        assertThat(
                        IntStream.of(1, 2, 3, 4, 5, 6, 7, 8, 100)
                                .mapToObj(failed -> patience.next(failed).orElseThrow())
                                .map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void itEnds() {
        assertThat(new Patience(2).next(2)).isPresent();
        assertThat(new Patience(2).next(3)).isEmpty();
        assertThat(new Patience(0).next(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204})
    void successIsDelivered(int status) {
        assertThat(Patience.isDelivered(status)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void whatMayPassIsTriedAgain(int status) {
        assertThat(Patience.isDelivered(status)).isFalse();
        assertThat(Patience.isWorthRetrying(status)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 404})
    void whatWillNotPassIsGivenUp(int status) {
        assertThat(Patience.isDelivered(status)).isFalse();
        assertThat(Patience.isWorthRetrying(status)).isFalse();
    }
}

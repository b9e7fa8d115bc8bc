package org.ninelives.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.RefusedAdvert;

/** Refused adverts that are told: at once, and no storm of them. */
class RefusedNewsTest {

    private final RefusedNews news = new RefusedNews();

    private int told(long seconds, RefusedAdvert... latest) {
        return news.look(TimeUnit.SECONDS.toNanos(seconds), Map.of("VI_1", List.of(latest)))
                .getOrDefault("VI_1", List.of())
                .size();
    }

    private static RefusedAdvert ttl(long millis) {
        return new RefusedAdvert("TTL", "10.0.0.2", millis);
    }

    private static RefusedAdvert password(long millis) {
        return new RefusedAdvert("AUTH_FAILURE", "10.0.0.2", millis);
    }

    @Test
    void whatWasThereBeforeIsNoNews() {
        assertThat(told(0, ttl(5))).isZero();
        assertThat(told(1, ttl(5))).isZero();
        assertThat(told(2, ttl(6))).isEqualTo(1);
    }

    @Test
    void theFirstIsToldAtOnceAndAStormOnceInTenSeconds() {
        assertThat(told(0)).isZero();
        int all = 0;
        for (int second = 1; second <= 100; second++) {
            all += told(second, ttl(second));
        }
        assertThat(all).isEqualTo(10);
    }

    /** Of a burst within the pause the end is told when the pause is over, and then no more. */
    @Test
    void theLastOfABurstIsNotLost() {
        assertThat(told(0)).isZero();
        assertThat(told(1, ttl(1))).isEqualTo(1);
        assertThat(told(2, ttl(2))).isZero();
        assertThat(told(11, ttl(2))).isEqualTo(1);
        assertThat(told(30, ttl(2))).isZero();
    }

    @Test
    void eachReasonIsToldByItself() {
        assertThat(told(0)).isZero();
        assertThat(told(1, ttl(1), password(1))).isEqualTo(2);
        assertThat(told(2, ttl(1), password(2))).isZero();
    }

    @Test
    void aVirtualRouterThatIsGoneIsForgotten() {
        assertThat(told(0)).isZero();
        assertThat(told(1, ttl(1))).isEqualTo(1);
        assertThat(news.look(TimeUnit.SECONDS.toNanos(2), Map.of())).isEmpty();
        assertThat(told(3, ttl(3))).isEqualTo(1);
    }
}

package org.ninelives.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Statistics.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Statistics(1, 4, 9));
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertThat(Statistics.of(List.of(9.0, 1.0, 4.0, 6.0))).isEqualTo(new Statistics(1, 5, 9));
    }
}

package org.ninelives.track.script.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The counter of keepalived, number by number: + is a success, - a failure. */
final class ResultCounterTest {

    @ParameterizedTest(name = "rise {0} fall {1} init_fail {2}: {3}")
    @CsvSource({
        "1, 1, false, +-+,        1g 0b 1g",
        "1, 1, false, -+,         0b 1g",
        "3, 2, false, +,          4g",
        "3, 2, false, -,          0b",
        "3, 2, false, +--,        4g 3g 0b",
        "3, 2, false, +-+--,      4g 3g 4g 3g 0b",
        "3, 2, false, -++-+++,    0b 1b 2b 0b 1b 2b 4g",
        "1, 3, false, +-----+,    3g 2g 1g 0b 0b 0b 3g",
        "3, 1, true,  +++-,       1b 2b 3g 0b",
        "1, 1, true,  +,          1g",
        "2, 2, true,  -++,        0b 1b 3g",
    })
    void countsAsKeepalived(int rise, int fall, boolean failsFirst, String results, String told) {
        ResultCounter counter = new ResultCounter(rise, fall, failsFirst);
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < results.length(); i++) {
            if (results.charAt(i) == '+') {
                counter.succeeded();
            } else {
                counter.failed();
            }
            seen.append(' ').append(counter.count()).append(letter(counter));
        }
        assertThat(seen.toString().strip()).isEqualTo(told);
    }

    private static char letter(ResultCounter counter) {
        return switch (counter.finding()) {
            case GOOD -> 'g';
            case BAD -> 'b';
            case UNKNOWN, ABSENT -> '?';
        };
    }

    @Test
    void nothingIsKnownBeforeTheFirstResultUnlessItIsToFailFirst() {
        assertThat(letter(new ResultCounter(1, 1, false))).isEqualTo('?');
        assertThat(letter(new ResultCounter(1, 1, true))).isEqualTo('b');
    }

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void saysWhatTheWholeHistorySays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rise = random.nextInt(1, 6);
        int fall = random.nextInt(1, 6);
        boolean failsFirst = random.nextBoolean();
        double good = random.nextDouble();
        ResultCounter counter = new ResultCounter(rise, fall, failsFirst);
        NaiveCounter naive = new NaiveCounter(rise, fall, failsFirst);
        for (int i = 0; i < 300; i++) {
            boolean success = random.nextDouble() < good;
            if (success) {
                counter.succeeded();
            } else {
                counter.failed();
            }
            naive.add(success);
            assertThat(counter.finding()).as("result %d", i).isEqualTo(naive.finding());
            assertThat(counter.count()).isBetween(0, rise + fall - 1);
        }
    }
}

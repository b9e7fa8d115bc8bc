package org.ninelives.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Weighting;
import org.ninelives.api.track.Finding;

/** What numbers in files do to servers; the limits are those seen with keepalived 2.2.7. */
class FileMethodTest {

    @ParameterizedTest
    @CsvSource({
        "3, 2, false, 6",
        "3, 2, true, -6",
        "-3, 2, false, -6",
        "0, 2, false, 0",
        "1, -2147483647, false, -2147483647",
        "-2147483647, 1, false, -2147483647",
        "2147483647, 2147483647, false, 2147483647",
        "-2147483648, 1, true, 2147483647"
    })
    void theProductIsAddedToTheWeight(long value, int factor, boolean reverse, long offset) {
        CheckResult result = judge(value, factor, reverse);
        assertThat(result.passed()).isTrue();
        assertThat(result.weighting()).isEqualTo(new Weighting.Add(offset));
    }

    @ParameterizedTest
    @CsvSource({
        "-2147483648, 1, false",
        "-1073741824, 2, false",
        "2, -2147483647, false",
        "1073741824, 2, true"
    })
    void theLowestProductFailsTheServer(long value, int factor, boolean reverse) {
        CheckResult result = judge(value, factor, reverse);
        assertThat(result)
                .isEqualTo(
                        CheckResult.failed(
                                "tracked file load holds " + value + ", now FAULT state"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, true",
        "1, false, false",
        "-1, false, false",
        "0, true, false",
        "1, true, true"
    })
    void withWeight0TheNumberDecides(long value, boolean reverse, boolean passed) {
        CheckResult result = judge(value, 0, reverse);
        assertThat(result.passed()).isEqualTo(passed);
        assertThat(result.weighting()).isEqualTo(Weighting.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Finding.Known.class,
            names = {"GOOD", "ABSENT"})
    void aFileThatCannotBeWatchedChangesNothing(Finding.Known finding) {
        CheckResult result = method(1, false).judge(finding);
        assertThat(result.passed()).isTrue();
        assertThat(result.weighting()).isEqualTo(Weighting.NONE);
    }

    @Test
    void whatIsBadFails() {
        assertThat(method(1, false).judge(Finding.BAD).passed()).isFalse();
    }

    private static CheckResult judge(long value, int factor, boolean reverse) {
        return method(factor, reverse).judge(new Finding.Value(value));
    }

    private static FileMethod method(int factor, boolean reverse) {
        return new FileMethod("load", new FileWeight(factor, reverse));
    }
}

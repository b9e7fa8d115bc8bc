package org.ninelives.dropin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumListTest {

    private static final String A = "ab".repeat(32);
    private static final String B = "cd".repeat(32);

    @Test
    void itIsReadAsSha256sumWritesIt() {
        ChecksumList list =
                ChecksumList.parse(
                        A
                                + "  a.jar\n\n# of others\n"
                                + B.toUpperCase(Locale.ROOT)
                                + " *./with space.jar\n");

        assertThat(list.of("a.jar")).contains(A);
        assertThat(list.of("with space.jar")).contains(B);
        assertThat(list.of("b.jar")).isEmpty();
    }

    @Test
    void aFileMayBeListedTwiceButNotWithTwoDigests() {
        assertThat(ChecksumList.parse(A + "  a.jar\n" + A + "  a.jar").of("a.jar")).contains(A);
        assertThatThrownBy(() -> ChecksumList.parse(A + "  a.jar\n" + B + "  ./a.jar"))
                .hasMessage("it has two digests of ./a.jar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jar", "abc  a.jar", "SHA256 (a.jar) = ab", "%s a.jar", "%s  "})
    void whatIsNoListIsRefusedByItsLine(String line) {
        assertThatThrownBy(() -> ChecksumList.parse("#\n" + line.replace("%s", A)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line 2 is none that sha256sum writes: ");
    }
}

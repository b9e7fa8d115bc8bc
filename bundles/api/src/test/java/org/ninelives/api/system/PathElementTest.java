package org.ninelives.api.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathElementTest {

    private static final int FILE = 0100000;

    private static PathElement element(long user, long group, String octal) {
        return new PathElement(Path.of("/x"), user, group, FILE | Integer.parseInt(octal, 8));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 755,",
        "0, 5, 755,",
        "0, 0, 775,",
        "0, 5, 775, /x is writable by group 5",
        "0, 0, 757, /x is writable by everybody",
        "0, 0, 1777, /x is writable by everybody",
        "7, 0, 755, /x belongs to user 7",
        "7, 0, 500, /x belongs to user 7",
    })
    void onlyWhatRootAloneCanChangeIsSafe(long user, long group, String mode, String weakness) {
        assertThat(element(user, group, mode).weakness().orElse(null)).isEqualTo(weakness);
    }
}

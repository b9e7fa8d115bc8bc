package org.ninelives.script.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.system.Account;
import org.ninelives.api.system.PathElement;

final class IdentityTest {

    private static final int FILE = 0100000;
    private static final int DIRECTORY = 0040000;

    private static PathElement element(long user, long group, int type, String octal) {
        return new PathElement(Path.of("/x"), user, group, type | Integer.parseInt(octal, 8));
    }

    @ParameterizedTest
    @CsvSource({
        "7, 9, 700, true",
        "7, 9, 077, false",
        "8, 9, 070, true",
        "8, 9, 707, false",
        "8, 10, 010, true",
        "8, 8, 001, true",
        "8, 8, 770, false",
    })
    void theFirstBitsThatApplyDecide(long user, long group, String mode, boolean may) {
        Identity seven =
                new Identity(new Account("seven", 7, OptionalLong.of(9)), 9, Set.of(9L, 10L));
        assertThat(seven.mayExecute(element(user, group, FILE, mode))).isEqualTo(may);
        assertThat(seven.mayExecute(element(user, group, DIRECTORY, mode))).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"700, true", "001, true", "666, false"})
    void rootMayExecuteWhatAnybodyMay(String mode, boolean may) {
        Identity root = new Identity(new Account("root", 0, OptionalLong.of(0)), 0, Set.of(0L));
        assertThat(root.mayExecute(element(7, 7, FILE, mode))).isEqualTo(may);
        assertThat(root.mayExecute(element(7, 7, DIRECTORY, mode))).isTrue();
    }
}

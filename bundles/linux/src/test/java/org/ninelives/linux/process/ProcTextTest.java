package org.ninelives.linux.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files below {@code /proc/PID}. */
class ProcTextTest {

    @ParameterizedTest
    @CsvSource({
        "7 (nginx) S 1 7, nginx",
        "7 (a (b) c) R 1 7, a (b) c",
        "7 () R 1 7, ''",
        "7 () R) R 1 7, ) R"
    })
    void theNameIsBetweenTheOuterParentheses(String stat, String name) {
        assertThat(ProcText.nameOfLiving(bytes(stat))).contains(name == null ? "" : name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7 (nginx) Z 1 7",
                "7 (nginx) X 1 7",
                "7 (nginx) x 1 7",
                "",
                "7 nginx S",
                "7 (nginx",
                "7 (nginx)",
                "7 (nginx) ",
                ") ("
            })
    void whatHasEndedOrIsNoSuchTextHasNone(String stat) {
        assertThat(ProcText.nameOfLiving(bytes(stat))).isEmpty();
    }

    @Test
    void aZeroEndsEachWord() {
        assertThat(ProcText.words(bytes("java\0-jar\0\0a b\0")))
                .isEqualTo(List.of("java", "-jar", "", "a b"));
        assertThat(ProcText.words(bytes("nginx: master process")))
                .containsExactly("nginx: master process");
        assertThat(ProcText.words(bytes(""))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.ninelives.config.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;

class ArgumentTypesTest {

    private static final ArgumentType<Integer> CHOICE =
            ArgumentTypes.choice(Map.entry("near", 1), Map.entry("far", 2));
    private static final Keyword<Integer> BARE =
            Keyword.value("reach", ArgumentTypes.orBare(CHOICE, 3), 0, "How far.")
                    .withRemark("is deprecated; write range");

    private final Problems problems = new Problems();

    private int read(String line) {
        Position position = new Position("f", 1);
        return new GrammarReader(problems)
                .read(position, List.of(Statement.line(position, line)), BlockGrammar.of(BARE))
                .get(BARE);
    }

    @ParameterizedTest
    @CsvSource({"reach, 3", "reach near, 1", "reach far, 2"})
    void aWordIsChosenOrLeftOut(String line, int value) {
        assertThat(read(line)).isEqualTo(value);
        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactly("f:1: reach: is deprecated; write range");
    }

    @Test
    void anotherWordIsNamedWithTheChoices() {
        assertThat(read("reach up")).isZero();
        assertThat(problems.all())
                .last()
                .asString()
                .isEqualTo("f:1: reach: up is none of near|far");
        assertThat(BARE.allowed()).isEqualTo("[near|far]");
    }
}

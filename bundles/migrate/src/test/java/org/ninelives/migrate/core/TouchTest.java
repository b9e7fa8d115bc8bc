package org.ninelives.migrate.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.config.Statement;
import org.ninelives.testkit.ConfigurationText;

class TouchTest {

    private static final List<Statement> HOUSE =
            ConfigurationText.statements(
                    """
                    lamp hall { state ON; size 3 }
                    lamp attic {
                        state off
                        shade { colour red }
                    }
                    shelf 1 { lamp small { colour blue } }
                    """
                            .replace("; ", "\n"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lamp; hall attic",
                "lamp|shelf; hall attic 1",
                "lamp=hall; hall",
                "lamp!=hall|cellar; attic",
                "lamp/state=OFF; off",
                "**/lamp; hall attic small",
                "**/colour; red blue",
                "lamp/**/colour; red",
                "lamp[size]; hall",
                "lamp[!size][shade/colour=red]; attic",
                "lamp[!size][shade/colour=blue]; ''",
                "shelf & lamp=hall; hall",
                "shelf=2 & lamp=hall; ''",
                "lamp=hall & !shelf=2; hall",
                "lamp & !shelf; ''"
            })
    void aPlaceIsFound(String text, String names) {
        List<Statement> found = Touch.parse(text).in(HOUSE);

        assertThat(found.stream().map(statement -> statement.arguments().getFirst()))
                .containsExactly(names.isEmpty() ? new String[0] : names.split(" ", -1));
    }

    @Test
    void aBracketIsClosed() {
        assertThatThrownBy(() -> Touch.parse("lamp[size"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lamp[size");
    }
}

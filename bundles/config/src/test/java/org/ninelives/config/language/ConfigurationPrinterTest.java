package org.ninelives.config.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.config.Statement;

class ConfigurationPrinterTest {

    private static List<String> print(ParsedConfiguration parsed, String... secrets) {
        List<String> lines = new ArrayList<>();
        ConfigurationPrinter.print(parsed.statements(), Set.of(secrets), lines::add);
        return lines;
    }

    /** Words rather than text, because quotes may be added where they change nothing. */
    private static List<String> words(List<Statement> statements) {
        List<String> words = new ArrayList<>();
        for (Statement statement : statements) {
            words.add(statement.keyword());
            words.addAll(statement.arguments());
            words.add("raw " + statement.rawArguments());
            words.add(statement.hasBlock() ? "{" : ";");
            words.addAll(words(statement.body()));
            words.add("}");
        }
        return words;
    }

    @Test
    void aStatementIsALineAndABlockIsIndented() {
        assertThat(print(Reading.read("a{b {", "c  d } }", "e")))
                .containsExactly("a {", "    b {", "        c  d", "    }", "}", "e");
    }

    @Test
    void everythingIsExpanded() {
        assertThat(print(Reading.read("$A=1", "@one x ${A} # text", "@two y")))
                .containsExactly("x 1");
    }

    @Test
    void secretsAreMasked() {
        assertThat(print(Reading.read("a {", "auth_pass \"my secret\"", "}"), "auth_pass"))
                .containsExactly("a {", "    auth_pass ********", "}");
    }

    @Test
    void commentCharactersStayText() {
        assertThat(print(Reading.read("a \\# b", "c \"#\" \\!")))
                .containsExactly("a ${_HASH} b", "c \"#\" ${_BANG}");
    }

    @Test
    void readingWhatWasPrintedGivesTheSameWords() {
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            ParsedConfiguration first = Reading.read(RandomText.asciiMarks(random));
            ParsedConfiguration second = Reading.read(print(first).toArray(String[]::new));
            assertThat(words(second.statements()))
                    .as(() -> String.join("\n", print(first)))
                    .isEqualTo(words(first.statements()));
        }
    }
}

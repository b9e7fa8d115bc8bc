package org.ninelives.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.config.language.Reading.tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a b # text|a b",
                "a b! text|a b",
                "a \"# text\" # b|a \"# text\"",
                "a \"b\" ! \"c\"|a \"b\"",
                "a \\# b # c|a # b",
                "a \\! b|a ! b",
                "a \\\\# b|a \\\\",
                "a \"\\# b\"|a \"\\# b\"",
                "a \"\\\" # b\" # c|a \"\\\" # b\"",
                "a 'b # c'|a 'b",
                "10.77.0.94\\|10.77.0.94\\",
            })
    void aCommentGoesFromItsMarkToTheEndOfTheLine(String line, String statement) {
        assertThat(tree(line)).containsExactly(statement);
    }

    @Test
    void linesOfCommentsAndBlanksAreNothing() {
        assertThat(tree("# a", "  ! b", "\t #", "", "   ", "c")).containsExactly("c");
    }

    @Test
    void blanksAroundAStatementDoNotCount() {
        assertThat(tree(" \t a  b \t")).containsExactly("a  b");
    }

    @Test
    void aBackslashAtTheEndOfALineContinuesNothing() {
        assertThat(tree("a b\\", "c")).containsExactly("a b\\", "c");
    }
}

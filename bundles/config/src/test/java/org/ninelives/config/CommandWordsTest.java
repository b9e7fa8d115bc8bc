package org.ninelives.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/bin/notify.sh master|/bin/notify.sh/master",
                "\"/bin/notify.sh master\"|/bin/notify.sh master",
                "'a b' c|a b/c",
                "abc\"def ghi\"'jkl'|abcdef ghijkl",
                "'a\\n\"'|a\\n\"",
                "\"a'b\\\"c\"|a'b\"c",
                "a\\ b|a b",
                "\\x41\\102\\x4a1\\1034|ABJ1C4",
                "\\q\\\\|q\\",
                "''|``",
                "a\\|a\\",
            })
    void aCommandLineIsCutIntoWords(String line, String words) {
        assertThat(String.join("/", CommandWords.split(line))).isEqualTo(words);
    }

    @Test
    void escapesNameControlCharacters() {
        assertThat(CommandWords.split("\\a\\b\\E\\f\\n\\r\\t\\v\\cA\\cz\\c?"))
                .containsExactly("\u0007\b\u001B\f\n\r\t\u000B\u0001\u001A\u007F");
    }

    @Test
    void noTextIsNoWords() {
        assertThat(CommandWords.split(" \t ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a 'b|a single quote is not closed",
                "a \"b\\\"|a double quote is not closed",
                "\\x|\\x is not a character in \\x01..\\xFF",
                "\\xg|\\x is not a character in \\x01..\\xFF",
                "\\0|\\0 is not a character in \\x01..\\xFF",
                "\\777|\\777 is not a character in \\x01..\\xFF",
                "\\c|\\c needs a letter after it",
                "\\c1|\\c needs a letter after it",
            })
    void whatMeansNothingIsTold(String line, String message) {
        assertThatThrownBy(() -> CommandWords.split(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aReadTestIsAPathAfterALessThanSign() {
        assertThat(CommandWords.isReadTest(CommandWords.split("\"</etc/a b\""))).isTrue();
        assertThat(CommandWords.isReadTest(CommandWords.split("/bin/cat </etc/a"))).isFalse();
    }
}

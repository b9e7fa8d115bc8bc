package org.ninelives.check.http.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.check.http.core.BodyPattern.Finding;

/** What is found in bodies, as PCRE2 would find it. */
class BodyPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hel+o        | say hello",
                "^say         | say hello",
                "hello$       | say hello",
                "[[:alpha:]]  | 12x",
                "[^[:digit:]] | 12x",
                "[[:^digit:]] | 12x",
                "a[[]b        | a[b",
                "a[]x]b       | a]b",
                "a[^]x]b      | a-b",
                "a[&&b]c      | a&c",
                "[a\\]]{2}    | a]",
                "{\"up\":true | {\"up\":true}",
                "x{2,}y{1}    | xxy",
                "x{,2}y       | x{,2}y",
                "a{b}         | a{b}",
                "(?P<w>l)     | hello",
                "\\Qa[b\\E[x]  | a[bx",
                "\\Qa{1       | a{1",
                "(?i)HELLO    | hello",
                "(?<=s)ay     | say",
                "a++b         | aaab",
                "\\x68\\h?i   | hi",
                "[\\w]\\s     | a b",
                "[#]          | a#b",
                "\\x{68}i     | hi",
                "\\p{L}{2}    | hi",
                "\\d{2}x      | 22x"
            })
    void aMatchIsFound(String regex, String body) {
        assertThat(find(words(regex), body)).isEqualTo(Finding.PASSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HELLO        | hello",
                "[[:alpha:]]  | 12",
                "[[:^alpha:]] | abc",
                "[^[:alpha:]] | abc",
                "a[&&b]c      | adc",
                "\\d{2}x      | 2x"
            })
    void noMatchIsFound(String regex, String body) {
        assertThat(find(words(regex), body)).isEqualTo(Finding.FAILED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CASELESS  | HELLO  | say hello",
                "DOTALL    | y.h    | say,hello",
                "MULTILINE | ^hello | say,hello",
                "EXTENDED  | hel lo | hello",
                "EXTENDED  | a[ #]b | a b",
                "UNGREEDY  | l+     | hello",
                "FIRSTLINE | say    | say,hello"
            })
    void optionsAreHonoured(RegexOption option, String regex, String body) {
        assertThat(find(words(regex, option), body.replace(',', '\n'))).isEqualTo(Finding.PASSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "USE_OFFSET_LIMIT | HELLO  | say hello",
                "USE_OFFSET_LIMIT | y.h    | say,hello",
                "USE_OFFSET_LIMIT | ^hello | say,hello",
                "USE_OFFSET_LIMIT | hel lo | hello",
                "FIRSTLINE        | hello  | say,hello"
            })
    void withoutThemItIsOtherwise(RegexOption option, String regex, String body) {
        assertThat(find(words(regex, option), body.replace(',', '\n'))).isEqualTo(Finding.FAILED);
    }

    @Test
    void onlyTheNewlineEndsALine() {
        assertThat(find(words("a.b"), "a\rb")).isEqualTo(Finding.PASSED);
        assertThat(find(words("a$"), "a\r")).isEqualTo(Finding.FAILED);
    }

    @Test
    void aCharacterIsAByteUnlessItIsUtf() {
        assertThat(find(words("^.$"), "é")).isEqualTo(Finding.FAILED);
        assertThat(find(words("^.$", RegexOption.UTF), "é")).isEqualTo(Finding.PASSED);
        assertThat(find(words("\\xff"), new byte[] {(byte) 0xff})).isEqualTo(Finding.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, PASSED",
        "3, 3, PASSED",
        "4, 9, PASSED",
        "4, 6, FAILED",
        "0, 2, FAILED",
        "8, 9, FAILED",
        "30, 40, FAILED"
    })
    void aMatchBeginsWithinTheOffsets(int min, int max, Finding finding) {
        // ab stands at 3 and at 7.
        assertThat(find(new BodyPattern.Words("ab", Set.of(), false, min, max), "012ab56ab"))
                .isEqualTo(finding);
    }

    @Test
    void whatIsBeforeTheOffsetIsSeenAllTheSame() {
        assertThat(find(new BodyPattern.Words("(?<=x)a", Set.of(), false, 1, 9), "xa"))
                .isEqualTo(Finding.PASSED);
        assertThat(find(new BodyPattern.Words("^a", Set.of(), false, 1, 9), "xa"))
                .isEqualTo(Finding.FAILED);
    }

    @Test
    void offsetsAreBytesInUtfAsWell() {
        Set<RegexOption> utf = Set.of(RegexOption.UTF);
        assertThat(find(new BodyPattern.Words("a", utf, false, 2, 2), "éa"))
                .isEqualTo(Finding.PASSED);
        assertThat(find(new BodyPattern.Words("a", utf, false, 3, 9), "éa"))
                .isEqualTo(Finding.FAILED);
    }

    @Test
    void aPatternMayHaveToBeAbsent() {
        assertThat(find(new BodyPattern.Words("error", Set.of(), true, 0, 99), "all is well"))
                .isEqualTo(Finding.PASSED);
        assertThat(find(new BodyPattern.Words("error", Set.of(), true, 0, 99), "an error"))
                .isEqualTo(Finding.FAILED);
    }

    @Test
    void aSearchWithoutEndIsGivenUp() {
        BodyPattern pattern = new BodyPattern(words("(a*)*(a*)*(a*)*b"));
        byte[] body = "a".repeat(5000).getBytes(StandardCharsets.UTF_8);
        assertThat(pattern.find(body, () -> true)).isEqualTo(Finding.TIME_OVER);
    }

    @Test
    void aSearchThatTakesTooMuchMemoryIsGivenUp() {
        BodyPattern pattern = new BodyPattern(words("(?:a|b)*c"));
        byte[] body = "ab".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        assertThat(pattern.find(body, () -> false)).isEqualTo(Finding.TOO_DEEP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a(b    | a(b cannot be used: Unclosed group near character 3",
                "*a     | *a cannot be used: Dangling meta character '*' near character 0",
                "(?R)   | (?R) cannot be used: Unknown inline modifier near character 2"
            })
    void whatJavaDoesNotKnowIsToldInOneLine(String regex, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BodyPattern(words(regex)))
                .withMessage(message);
    }

    @Test
    void equalWordsMakeEqualPatterns() {
        assertThat(new BodyPattern(words("a")))
                .isEqualTo(new BodyPattern(words("a")))
                .hasSameHashCodeAs(new BodyPattern(words("a")))
                .isNotEqualTo(new BodyPattern(words("a", RegexOption.CASELESS)))
                .hasToString("a");
    }

    private static BodyPattern.Words words(String regex, RegexOption... options) {
        return new BodyPattern.Words(regex, Set.of(options), false, 0, Integer.MAX_VALUE);
    }

    private static Finding find(BodyPattern.Words words, String body) {
        return find(words, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Finding find(BodyPattern.Words words, byte[] body) {
        return new BodyPattern(words).find(body, () -> false);
    }
}

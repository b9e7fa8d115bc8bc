package org.ninelives.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.config.language.Reading.problems;
import static org.ninelives.config.language.Reading.read;
import static org.ninelives.config.language.Reading.tree;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.config.Words;

class DefinitionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${A}.90|10.77.0.90",
                "$A.91|$A.91",
                "$A 91|10.77.0 91",
                "$A,91|10.77.0,91",
                "x($A)|x(10.77.0)",
                "x $A|x 10.77.0",
                "x \"${A}.1\"|x \"10.77.0.1\"",
                "${B}|${B}",
                "$B $A|$B 10.77.0",
                "x$|x$",
                "$ A|$ A",
            })
    void aReferenceIsReplacedWhereItIsDefined(String line, String statement) {
        assertThat(Reading.tree(read("$A=10.77.0", line)).getFirst()).startsWith(statement);
    }

    @Test
    void anUndefinedNameInBracesIsNotABlock() {
        assertThat(tree("script /x ${HOME} {", "a", "}"))
                .containsExactly("script /x ${HOME} {", " a");
    }

    @Test
    void theLastDefinitionCounts() {
        assertThat(tree("$A=1", "x $A", "$A = 2", "x $A", "$A=", "x ${A}y"))
                .containsExactly("x 1", "x 2", "x y");
    }

    @Test
    void aDefinitionIsExpandedWhereItIsUsed() {
        assertThat(tree("$ADDRESS=10.0.${NET}.1", "$NET=5", "x $ADDRESS", "$NET=6", "x $ADDRESS"))
                .containsExactly("x 10.0.5.1", "x 10.0.6.1");
    }

    @Test
    void aDefinitionMayHoldBracesAndKeywords() {
        assertThat(tree("$B=b { c", "a { $B } }")).containsExactly("a {", " b {", "  c");
    }

    @Test
    void aMultiLineDefinitionMakesADifferentInstanceEachTime() {
        assertThat(
                        tree(
                                "$INSTANCE=\\",
                                "vrrp_instance $NAME { \\",
                                "  virtual_router_id $VR \\ # text",
                                "  @one priority 100 \\",
                                "  @two priority 90 \\",
                                "}",
                                "$NAME=A",
                                "$VR=1",
                                "$INSTANCE",
                                "$NAME=B",
                                "$VR=2",
                                "$INSTANCE"))
                .containsExactly(
                        "vrrp_instance A {",
                        " virtual_router_id 1",
                        " priority 100",
                        "vrrp_instance B {",
                        " virtual_router_id 2",
                        " priority 100");
    }

    @Test
    void aCommentTakesTheBackslashBehindItAway() {
        assertThat(tree("$A=\\", "a # text \\", "b", "x $A")).containsExactly("b", "x a");
    }

    @Test
    void linesOfADefinitionAreInsertedAtTheEndOfALine() {
        assertThat(tree("$A=\\", "a \\", "b", "x $A", "y")).containsExactly("x a", "b", "y");
    }

    @Test
    void aDefinitionMayDefine() {
        assertThat(tree("$SET=\\", "$X=1 \\", "a $X", "$SET", "b $X"))
                .containsExactly("a 1", "b 1");
    }

    @Test
    void linesOfADefinitionStandWhereItIsUsed() {
        assertThat(read("$A=\\", "a \\", "b", "", "$A").statements())
                .extracting(statement -> statement.position().line())
                .containsExactly(5, 5);
    }

    @Test
    void anUnfinishedDefinitionIsReported() {
        assertThat(problems("x", "$A=\\", "a \\"))
                .containsExactly(
                        "keepalived.conf:2: $A: its last line must not end with a backslash");
    }

    @Test
    void aDefinitionThatUsesItselfIsReportedOnce() {
        ParsedConfiguration parsed = read("$A=${B}a", "$B=x ${A}${A}", "y $A", "z $A");
        assertThat(problems(parsed))
                .containsExactly(
                        "keepalived.conf:3: $A: its definition uses itself and would never end");
        assertThat(tree(parsed)).containsExactly("y x ${A}${A}a", "z x ${A}${A}a");
    }

    @Test
    void aMultiLineDefinitionThatUsesItselfIsReported() {
        assertThat(problems("$A=\\", "a \\", "b $A", "$A"))
                .containsExactly(
                        "keepalived.conf:4: $A: its definition uses itself and would never end");
    }

    @Test
    void predefinedNamesHaveTheirMeaning() {
        assertThat(
                        tree(
                                "a ${_PWD}/x ${_INSTANCE} ${_ENV KWADDR}",
                                "b ${_HASH}1 ${_BANG}2 # text",
                                "c ${_OTHER} ${_PWD x} $_PWD"))
                .containsExactly(
                        "a /etc/x one 10.77.0.95", "b #1 !2", "c ${_OTHER} ${_PWD x} $_PWD");
    }

    @Test
    void theDirectoryIsThatOfTheFileItStandsIn() {
        FakeFiles files =
                new FakeFiles()
                        .file("/a/keepalived.conf", "x ${_PWD}", "include b/c.conf")
                        .file("/a/b/c.conf", "y ${_PWD}");
        assertThat(tree(ConfigurationReader.read("/a/keepalived.conf", files, Reading.settings())))
                .containsExactly("x /a", "y /a/b");
    }

    @Test
    void anEnvironmentVariableIsOneText() {
        assertThat(tree("a \"${_ENV TWO_LINES}\"")).containsExactly("a \"a b }\"");
    }

    @Test
    void anAbsentEnvironmentVariableIsNothing() {
        ParsedConfiguration parsed = read("a x${_ENV NO_SUCH}y");
        assertThat(problems(parsed))
                .containsExactly(
                        "keepalived.conf:1: ${_ENV}: the environment has no variable NO_SUCH;"
                                + " nothing is put in its place");
        assertThat(tree(parsed)).containsExactly("a xy");
    }

    @Test
    void randomNumbersAreDrawnForEachUseAndStayInRange() {
        for (int i = 0; i < 50; i++) {
            List<String> numbers =
                    Words.split(
                            tree("$R=${_RANDOM}", "${R} ${_RANDOM 5} ${_RANDOM 3 4}").getFirst());
            assertThat(Integer.parseInt(numbers.get(0))).isBetween(0, 32_767);
            assertThat(Integer.parseInt(numbers.get(1))).isBetween(5, 32_767);
            assertThat(Integer.parseInt(numbers.get(2))).isBetween(3, 4);
        }
        List<String> twice = Words.split(tree("$R=${_RANDOM}", "$R $R").getFirst());
        assertThat(twice.get(0)).isNotEqualTo(twice.get(1));
    }

    @Test
    void theSeedDecidesTheRandomNumbers() {
        assertThat(tree("global_defs {", "random_seed 7", "x ${_RANDOM}", "}"))
                .isEqualTo(tree("global_defs {", "random_seed 7", "x ${_RANDOM}", "}"))
                .isNotEqualTo(tree("global_defs {", "random_seed 8", "x ${_RANDOM}", "}"));
    }

    @Test
    void wrongArgumentsOfPredefinedNamesAreReported() {
        assertThat(problems("x ${_RANDOM 5 4}", "x ${_RANDOM a}", "x ${_ENV}", "$_PWD=x"))
                .containsExactly(
                        "keepalived.conf:1: ${_RANDOM}: takes MIN and MAX in 0..2147483647, MIN not"
                                + " above MAX, which is 32767 when left out",
                        "keepalived.conf:2: ${_RANDOM}: takes MIN and MAX in 0..2147483647, MIN not"
                                + " above MAX, which is 32767 when left out",
                        "keepalived.conf:3: ${_ENV}: takes the name of one environment variable",
                        "keepalived.conf:4: $_PWD: the name is predefined and cannot be defined"
                                + " anew");
    }
}

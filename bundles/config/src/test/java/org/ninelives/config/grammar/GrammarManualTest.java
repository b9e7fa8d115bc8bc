package org.ninelives.config.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrammarManualTest {

    private static final ArgumentType<Duration> SECONDS =
            ArgumentType.of("0..60 seconds", words -> Duration.ofSeconds(seconds(words)));

    private static long seconds(Arguments words) throws InvalidArgumentException {
        return Long.parseLong(words.take("seconds"));
    }

    @Test
    void aBlockIsASectionAndAKeywordAnEntry() {
        BlockGrammar lamp =
                BlockGrammar.of(
                        Keyword.value("size", ArgumentTypes.integer(1, 9), 3, "how big it is"),
                        Keyword.withoutEffect("wick", "lamps are electric"));
        BlockGrammar root =
                BlockGrammar.of(
                        Keyword.blocks("lamp", ArgumentTypes.word("NAME"), lamp, "Gives light."));

        assertThat(GrammarManual.lines(root))
                .containsExactly(
                        ".SS \"Outside all blocks\"",
                        ".TP",
                        "\\fBlamp\\fR \\fINAME\\fR {",
                        "Gives light.",
                        "May be written many times.",
                        "Its lines: \\fBlamp\\fR.",
                        ".SS \"lamp\"",
                        ".TP",
                        "\\fBsize\\fR \\fI1..9\\fR",
                        "How big it is.",
                        "Default: 3.",
                        ".TP",
                        "\\fBwick\\fR",
                        "Accepted, without effect: lamps are electric.");
    }

    @Test
    void aDefaultIsToldInTheWordsThatWouldBeWritten() {
        assertThat(DefaultWord.of(SECONDS, Duration.ofSeconds(5))).contains("5");
        assertThat(DefaultWord.of(ArgumentTypes.bool(), true)).contains("on");
        assertThat(
                        DefaultWord.of(
                                ArgumentTypes.choice(Map.entry("no-fun", 1), Map.entry("fun", 2)),
                                2))
                .isEmpty();
        assertThat(DefaultWord.of(ArgumentTypes.choice(Map.entry("little", "x")), "x"))
                .contains("little");
    }

    @Test
    void whatNeedsNoWordHasNoDefault() {
        assertThat(DefaultWord.of(ArgumentTypes.nothing(), false)).isEmpty();
        assertThat(DefaultWord.of(ArgumentTypes.word("NAME"), Optional.empty())).isEmpty();
    }

    @Test
    void whatRoffWouldTakeForACommandIsText() {
        assertThat(ManualText.sentences(".begin with a dot. And a \\ ~ here"))
                .containsExactly("\\&.begin with a dot.", "And a \\e \\(ti here");
        assertThat(ManualText.bold("-a|b")).isEqualTo("\\fB\\-a|\\:b\\fR");
    }
}

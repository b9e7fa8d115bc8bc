package org.ninelives.config.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.config.Statement;

class PlainBlocksTest {

    private static final String[] ONE = {"vrrp_instance VI_1 {", "  priority 1", "  x { y }", "}"};
    private static final String[] TWO = {"vrrp_instance VI_2 {", "  priority 2", "}"};

    private static FakeFiles file(String[]... parts) {
        return new FakeFiles()
                .file(
                        Reading.FILE,
                        Arrays.stream(parts).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private static ParsedConfiguration again(FakeFiles files, ParsedConfiguration earlier) {
        return ConfigurationReader.read(
                Reading.FILE, files, Reading.settings(), earlier.plainBlocks());
    }

    /** All that is in a tree, with its places. */
    private static List<String> everything(ParsedConfiguration parsed) {
        List<String> all = new ArrayList<>(Reading.problems(parsed));
        parsed.statements().forEach(statement -> add(statement, all));
        return all;
    }

    private static void add(Statement statement, List<String> all) {
        all.add(statement.toString());
        statement.body().forEach(inner -> add(inner, all));
    }

    @Test
    void aBlockThatStandsThereWordForWordIsTaken() {
        ParsedConfiguration earlier = Reading.read(file(ONE, TWO));

        ParsedConfiguration later = again(file(ONE, TWO), earlier);

        assertThat(later.statements()).isEqualTo(earlier.statements());
        assertThat(everything(later)).isEqualTo(everything(earlier));
    }

    @Test
    void aBlockThatHasMovedKnowsItsLines() {
        ParsedConfiguration earlier = Reading.read(file(ONE, TWO));

        ParsedConfiguration later = again(file(new String[] {"", "# a"}, TWO, ONE), earlier);

        assertThat(later.statements().getFirst().isCopyOf(earlier.statements().getLast())).isTrue();
        assertThat(everything(later))
                .containsExactly(
                        "keepalived.conf:3: vrrp_instance VI_2 {…}",
                        "keepalived.conf:4: priority 2",
                        "keepalived.conf:6: vrrp_instance VI_1 {…}",
                        "keepalived.conf:7: priority 1",
                        "keepalived.conf:8: x {…}",
                        "keepalived.conf:8: y");
    }

    @Test
    void aBlockIsKnownAfterManyReadings() {
        ParsedConfiguration first = Reading.read(file(ONE));
        ParsedConfiguration last = first;
        for (int i = 0; i < 5; i++) {
            String[] emptyLines = new String[i];
            Arrays.fill(emptyLines, "");
            last = again(file(emptyLines, ONE), last);
        }

        assertThat(last.statements().getFirst().isCopyOf(first.statements().getFirst())).isTrue();
        assertThat(last.statements().getFirst().body().getLast().body().getFirst())
                .hasToString("keepalived.conf:7: y");
    }

    @Test
    void aBlockThatGoesOnIsAnotherOne() {
        ParsedConfiguration earlier = Reading.read(file(ONE));
        String[] longer = {"vrrp_instance VI_1 {", "  priority 1", "  x { y }", "} z"};

        assertThat(everything(again(file(longer), earlier)))
                .isEqualTo(everything(Reading.read(file(longer))));
    }

    @Test
    void aBlockWithAnErrorIsReadAgainSoThatTheErrorIsToldAgain() {
        String[] wrong = {"vrrp_instance VI_1 {", "  // x", "}"};
        ParsedConfiguration earlier = Reading.read(file(wrong));

        ParsedConfiguration later = again(file(wrong), earlier);

        assertThat(later.problems()).hasSize(1).isEqualTo(earlier.problems());
    }

    @Test
    void aBlockWithADefinitionIsReadAgainSoThatItHasTheNewText() {
        String[] using = {"vrrp_instance VI_1 {", "  priority $P", "}"};
        ParsedConfiguration earlier = Reading.read(file(new String[] {"$P=1"}, using));

        ParsedConfiguration later = again(file(new String[] {"$P=2"}, using), earlier);

        assertThat(Reading.tree(later)).contains(" priority 2");
    }

    @Test
    void whatIsIncludedIsReadAgain() {
        String[] including = {"vrrp_instance VI_1 {", "  include a", "}"};
        ParsedConfiguration earlier = Reading.read(file(including).file("/etc/a", "priority 1"));

        ParsedConfiguration later = again(file(including).file("/etc/a", "priority 2"), earlier);

        assertThat(everything(later))
                .isEqualTo(everything(Reading.read(file(including).file("/etc/a", "priority 2"))));
    }

    @Test
    void globalDefinitionsAreHeardAgain() {
        String[] checks = {"global_defs {", "  include_check match", "}", "include b"};
        ParsedConfiguration earlier = Reading.read(file(checks));

        assertThat(again(file(checks), earlier).problems())
                .hasSize(1)
                .isEqualTo(earlier.problems());
    }

    @Test
    void theSameBlockInAnotherFileHasItsPlaceThere() {
        String[] including = {"include a"};
        ParsedConfiguration earlier = Reading.read(file(ONE));

        ParsedConfiguration later = again(file(including).file("a", ONE), earlier);

        assertThat(everything(later)).first().asString().startsWith("a:1: ");
    }

    @Test
    void anotherIdeaOfRootBlocksMakesKnownBlocksWorthless() {
        String[] outer = {"vrrp_instance VI_1 {", "  lamp {", "  }", "}"};
        ParsedConfiguration earlier = Reading.read(file(outer));
        LanguageSettings settings =
                new LanguageSettings(Reading.environment("one"), Set.of("vrrp_instance", "lamp"));

        ParsedConfiguration later =
                ConfigurationReader.read(
                        Reading.FILE, file(outer), settings, earlier.plainBlocks());

        assertThat(later.problems()).isNotEmpty();
    }

    @Test
    void readingWithKnownBlocksFindsWhatReadingAfreshFinds() {
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            List<String[]> parts = new ArrayList<>(List.of(ONE, TWO));
            for (int i = 0; i < 4; i++) {
                parts.add(RandomText.configuration(random));
            }
            FakeFiles before = someOf(parts, random);
            FakeFiles after = someOf(parts, random);

            ParsedConfiguration later = again(after, Reading.read(before));

            assertThat(everything(later))
                    .as("seed " + seed)
                    .isEqualTo(everything(Reading.read(after)));
        }
    }

    private static FakeFiles someOf(List<String[]> parts, Random random) {
        String[][] chosen = new String[random.nextInt(8)][];
        Arrays.setAll(chosen, i -> parts.get(random.nextInt(parts.size())));
        return file(chosen).file("a", ONE);
    }
}

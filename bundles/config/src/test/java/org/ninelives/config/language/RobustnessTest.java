package org.ninelives.config.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ninelives.config.Problem;

class RobustnessTest {

    private static void readAndCheck(byte[] content, String seed) {
        FakeFiles files = new FakeFiles().file(Reading.FILE, content).file("a", "x {", "${B}");
        ParsedConfiguration parsed;
        try {
            parsed = Reading.read(files);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(seed + ": " + new String(content, StandardCharsets.UTF_8), e);
        }
        int lines = 1;
        for (byte b : content) {
            lines += b == '\n' ? 1 : 0;
        }
        for (Problem problem : parsed.problems()) {
            assertThat(problem.position().line())
                    .as("%s: %s", seed, problem)
                    .isBetween(0, problem.position().file().equals("a") ? 2 : lines);
            assertThat(problem.message()).isNotBlank();
        }
    }

    @Test
    void randomTextsNeverMakeItThrow() {
        for (int seed = 0; seed < 10_000; seed++) {
            String text = String.join("\n", RandomText.configuration(new Random(seed)));
            readAndCheck(text.getBytes(StandardCharsets.UTF_8), "seed " + seed);
        }
    }

    @Test
    void randomBytesNeverMakeItThrow() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            readAndCheck(bytes, "seed " + seed);
        }
    }

    @Test
    void changedConfigurationsNeverMakeItThrow() throws IOException {
        List<byte[]> originals = new ArrayList<>();
        for (String name : TutorialsTest.tutorials().toList()) {
            originals.add(Files.readAllBytes(TutorialsTest.folder().resolve(name)));
        }
        for (int seed = 0; seed < 10_000; seed++) {
            byte[] original = originals.get(seed % originals.size());
            readAndCheck(RandomText.mutation(original, new Random(seed)), "seed " + seed);
        }
    }

    @Test
    void aMillionLinesAreRead() {
        int servers = 124_999;
        StringBuilder text = new StringBuilder("virtual_server 10.0.0.1 80 {\n");
        for (int i = 0; i < servers; i++) {
            text.append("    real_server 10.1.")
                    .append(i / 250 % 250)
                    .append('.')
                    .append(i % 250)
                    .append(" 80 {\n        weight 1\n        TCP_CHECK {\n")
                    .append("            connect_timeout 3\n            retry 3\n        }\n")
                    .append("        inhibit_on_failure # text\n    }\n");
        }
        text.append("}\n\n\n\n\n\n\n");
        ParsedConfiguration parsed =
                Reading.read(
                        new FakeFiles()
                                .file(
                                        Reading.FILE,
                                        text.toString().getBytes(StandardCharsets.US_ASCII)));
        assertThat(text.chars().filter(c -> c == '\n').count()).isEqualTo(1_000_000);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.statements().getFirst().body()).hasSize(servers);
    }

    @Test
    void aLineHasNoLongestLength() {
        String word = "x".repeat(3_000_000);
        assertThat(Reading.tree("a " + word)).containsExactly("a " + word);
    }

    @Test
    void definitionsThatDoubleEachOtherAreStopped() {
        List<String> lines = new ArrayList<>(List.of("$A0=xxxxxxxxxx"));
        for (int i = 1; i <= 60; i++) {
            lines.add("$A" + i + "=${A" + (i - 1) + "}${A" + (i - 1) + "}");
        }
        lines.addAll(List.of("a $A60", "b"));
        ParsedConfiguration parsed = Reading.read(lines.toArray(String[]::new));
        assertThat(Reading.problems(parsed))
                .singleElement()
                .asString()
                .contains("keepalived.conf:62: $", "more than 1048576 characters");
        assertThat(Reading.tree(parsed)).containsExactly("b");
    }

    @Test
    void emptyDefinitionsThatDoubleEachOtherAreStopped() {
        List<String> lines = new ArrayList<>(List.of("$A0="));
        for (int i = 1; i <= 60; i++) {
            lines.add("$A" + i + "=${A" + (i - 1) + "}${A" + (i - 1) + "}");
        }
        lines.addAll(List.of("a $A60", "b", "c $A60"));
        ParsedConfiguration parsed = Reading.read(lines.toArray(String[]::new));
        assertThat(Reading.problems(parsed)).singleElement().asString().contains("left out");
        assertThat(Reading.tree(parsed)).containsExactly("b");
    }

    @Test
    void sequencesThatMultiplyEachOtherAreStopped() {
        ParsedConfiguration parsed =
                Reading.read("~SEQ(i,1,1000) ~SEQ(j,1,1000) ~SEQ(k,1,1000) x $i", "b");
        assertThat(Reading.problems(parsed)).singleElement().asString().contains("1000000 lines");
        assertThat(Reading.tree(parsed)).endsWith("b");
        assertThat(Reading.problems("~SEQ(i,1,1000000000) x", "b")).hasSize(1);
        assertThat(Reading.problems(String.join("", Collections.nCopies(5_000, "~SEQ(i,1)")) + "a"))
                .isNotEmpty();
    }

    @Test
    void includesThatMultiplyEachOtherAreStopped() {
        FakeFiles files = new FakeFiles().file(Reading.FILE, "include 0", "x");
        for (int i = 0; i < 31; i++) {
            files.file("" + i, "include " + (i + 1), "include " + (i + 1));
        }
        files.file("31", "y");
        ParsedConfiguration parsed = Reading.read(files);
        assertThat(Reading.problems(parsed)).singleElement().asString().contains("1000000 lines");
        assertThat(Reading.tree(parsed)).endsWith("x");
    }

    @Test
    void aChainOfDefinitionsHasALongestLength() {
        List<String> lines = new ArrayList<>(List.of("$A0=x"));
        for (int i = 1; i <= 20_000; i++) {
            lines.add("$A" + i + "=${A" + (i - 1) + "}");
        }
        lines.add("a $A20000");
        assertThat(Reading.problems(lines.toArray(String[]::new)))
                .singleElement()
                .asString()
                .contains("nested more than 100 deep");
    }
}

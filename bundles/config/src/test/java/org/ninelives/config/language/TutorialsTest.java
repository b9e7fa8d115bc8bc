package org.ninelives.config.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.config.Statement;

/**
 * Configurations as tutorials print them, with their typing errors. Beside each one is the list of
 * the problems the language finds in it, and the blocks it has.
 */
class TutorialsTest {

    static Stream<String> tutorials() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".conf"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Path folder() {
        try {
            return Path.of(TutorialsTest.class.getResource("/tutorials").toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("tutorials")
    void aTutorialGivesWhatItsReaderWishesFor(String name) throws IOException {
        FakeFiles files = new FakeFiles().file(name, Files.readAllBytes(folder().resolve(name)));
        String expected = Files.readString(folder().resolve(name.replace(".conf", ".expected")));
        assertThat(describe(ConfigurationReader.read(name, files, Reading.settings())))
                .isEqualTo(expected);
    }

    @Test
    void theLoadBalancerReadsItsSites() throws IOException {
        String site = "conf.d/www.ming.org.conf";
        Path folder = folder().resolve("load-balancer");
        FakeFiles files =
                new FakeFiles()
                        .file(Reading.FILE, Files.readAllBytes(folder.resolve(Reading.FILE)))
                        .file(site, Files.readAllBytes(folder.resolve(site)));
        ParsedConfiguration parsed = Reading.read(files);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.statements())
                .extracting(Statement::text)
                .containsExactly(
                        "global_defs", "vrrp_instance VI_1", "virtual_server 192.168.126.100 80");
        assertThat(parsed.statements().getLast().position().toString()).isEqualTo(site + ":29");
    }

    private static String describe(ParsedConfiguration parsed) {
        List<String> lines = new ArrayList<>(Reading.problems(parsed));
        lines.add("");
        describe(parsed.statements(), "", lines);
        return String.join("\n", lines) + "\n";
    }

    /** Blocks by their text, other statements by their number. */
    private static void describe(List<Statement> statements, String indent, List<String> lines) {
        for (Statement block : statements) {
            if (block.hasBlock()) {
                long others = block.body().stream().filter(s -> !s.hasBlock()).count();
                lines.add(indent + block.text() + ": " + others);
                describe(block.body(), indent + "  ", lines);
            } else if (indent.isEmpty()) {
                lines.add(block.text());
            }
        }
    }
}

package org.ninelives.track.process.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each file in {@code scenarios} tells a story: commands, {@code ----}, and all that happens, up to
 * an empty line; then the next commands. {@code -Dscenario.rewrite=true} writes what happens now:
 * keep a difference only if it is understood and wanted.
 */
class ScenariosTest {

    private static final Path FOLDER = Path.of("src/test/resources/scenarios");

    @TestFactory
    Stream<DynamicTest> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> sorted = files.sorted().toList();
            assertThat(sorted).isNotEmpty();
            return sorted.stream()
                    .map(
                            file ->
                                    DynamicTest.dynamicTest(
                                            file.getFileName().toString(), () -> play(file)));
        }
    }

    private static void play(Path file) {
        try {
            List<String> told = Files.readAllLines(file);
            List<String> happened = happened(told);
            if (Boolean.getBoolean("scenario.rewrite")) {
                Files.write(file, happened);
            } else {
                assertThat(happened).containsExactlyElementsOf(told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> happened(List<String> told) {
        ScenarioWorld world = new ScenarioWorld();
        List<String> lines = new ArrayList<>();
        boolean expecting = false;
        for (String line : told) {
            if (line.equals("----")) {
                expecting = true;
                lines.add(line);
                lines.addAll(world.takeTranscript());
            } else if (line.isEmpty()) {
                expecting = false;
                lines.add(line);
            } else if (!expecting) {
                lines.add(line);
                if (!line.startsWith("#")) {
                    world.perform(line);
                }
            }
        }
        return lines;
    }
}

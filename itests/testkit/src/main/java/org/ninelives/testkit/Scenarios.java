package org.ninelives.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Each file in a bundle's {@code scenarios} tells a story: commands, {@code ----}, and all that
 * happens, up to an empty line; then the next commands. {@code -Dscenario.rewrite=true} writes what
 * happens now: keep a difference only if it is understood and wanted.
 */
public final class Scenarios {

    private static final Path FOLDER = Path.of("src/test/resources/scenarios");

    private Scenarios() {}

    /**
     * What a story is played on.
     *
     * @param perform does what a command says
     * @param takeTranscript what has happened since it was asked last
     */
    public record World(Consumer<String> perform, Supplier<List<String>> takeTranscript) {}

    /** A test of each story, each in a world of its own. */
    public static Stream<DynamicTest> tests(Supplier<World> newWorld) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> sorted = files.sorted().toList();
            assertThat(sorted).isNotEmpty();
            return sorted.stream()
                    .map(
                            file ->
                                    DynamicTest.dynamicTest(
                                            file.getFileName().toString(),
                                            () -> play(file, newWorld.get())));
        }
    }

    private static void play(Path file, World world) {
        try {
            List<String> told = Files.readAllLines(file);
            List<String> happened = happened(told, world);
            if (Boolean.getBoolean("scenario.rewrite")) {
                Files.write(file, happened);
            } else {
                assertThat(happened).containsExactlyElementsOf(told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> happened(List<String> told, World world) {
        List<String> lines = new ArrayList<>();
        boolean expecting = false;
        for (String line : told) {
            if (line.equals("----")) {
                expecting = true;
                lines.add(line);
                lines.addAll(world.takeTranscript().get());
            } else if (line.isEmpty()) {
                expecting = false;
                lines.add(line);
            } else if (!expecting) {
                lines.add(line);
                if (!line.startsWith("#")) {
                    world.perform().accept(line);
                }
            }
        }
        return lines;
    }
}

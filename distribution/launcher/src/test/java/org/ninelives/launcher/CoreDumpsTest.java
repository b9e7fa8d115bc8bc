package org.ninelives.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreDumpsTest {

    @TempDir private Path folder;
    private Path file;
    private CoreDumps dumps;

    @BeforeEach
    void namesAreThoseOfTheMachine() throws IOException {
        file = Files.writeString(folder.resolve("core_pattern"), "|/bin/collect %p\n");
        dumps = new CoreDumps(file);
    }

    @Test
    void namesAreOursUntilTheEnd() {
        dumps.name("/tmp/core.%p");
        assertThat(file).hasContent("/tmp/core.%p\n");

        dumps.restoreNames();
        assertThat(file).hasContent("|/bin/collect %p\n");
    }

    @Test
    void namesThatSomebodyElseGaveSinceStay() throws IOException {
        dumps.name("/tmp/core.%p");
        Files.writeString(file, "mine\n");

        dumps.restoreNames();
        assertThat(file).hasContent("mine\n");
    }

    @Test
    void whereNamesCannotBeGivenNothingElseIsTouched() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);

        dumps.name("/tmp/core.%p");
        dumps.restoreNames();
        assertThat(file).isEmptyDirectory();
    }

    @Test
    void theSoftLimitIsTheHardOne() throws IOException {
        CoreDumps.allow();

        String limits = Files.readString(Path.of("/proc/self/limits"));
        assertThat(limits).containsPattern("Max core file size +(\\S+) +\\1 +bytes");
        assertThat(limits).doesNotContainPattern("Max core file size +0 +[1-9u]");
    }
}

package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {

    @TempDir Path run;

    private Path outer;
    private Path inner;
    private Map<Part, Path> usual;

    @BeforeEach
    void chooseFolders() {
        outer = run.resolve("keepalived");
        inner = outer.resolve("blue");
        usual =
                Map.of(
                        Part.WHOLE, inner.resolve("keepalived.pid"),
                        Part.VRRP, inner.resolve("vrrp.pid"));
    }

    @Test
    void foldersComeAndGoWithTheFilesInThem() {
        try (PidFiles files = new PidFiles()) {
            assertThat(files.take(Map.of(), usual, List.of(inner, outer), 7)).isTrue();
            assertThat(usual.values()).allSatisfy(path -> assertThat(path).hasContent("7\n"));
        }

        assertThat(run).isEmptyDirectory();
    }

    @Test
    void aFolderThatAnotherDaemonUsesStays() throws IOException {
        Files.createDirectory(outer);
        Path other = Files.createFile(outer.resolve("keepalived_one.pid"));

        try (PidFiles files = new PidFiles()) {
            assertThat(files.take(Map.of(), usual, List.of(inner, outer), 7)).isTrue();
        }

        assertThat(outer).isDirectoryContaining(other::equals);
        assertThat(inner).doesNotExist();
    }

    @Test
    void whatTheCommandLineNamesIsInPlaceOfTheUsual() {
        Path asked = run.resolve("n.pid");

        try (PidFiles files = new PidFiles()) {
            assertThat(files.take(Map.of(Part.WHOLE, asked), usual, List.of(inner, outer), 7))
                    .isTrue();
            assertThat(asked).hasContent("7\n");
            assertThat(inner.resolve("vrrp.pid")).hasContent("7\n");
            assertThat(inner.resolve("keepalived.pid")).doesNotExist();
        }
    }

    @Test
    void aSecondDaemonOfTheSameNameLeavesTheFirstItsFiles() {
        try (PidFiles first = new PidFiles();
                PidFiles second = new PidFiles()) {
            assertThat(first.take(Map.of(), usual, List.of(inner, outer), 7)).isTrue();
            assertThat(second.take(Map.of(), usual, List.of(inner, outer), 8)).isFalse();
            assertThat(usual.values()).allSatisfy(path -> assertThat(path).hasContent("7\n"));
        }
    }
}

package org.ninelives.track.file.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.track.file.settings.FileSettings;

/** What {@code init_file} writes, and what it leaves. */
class InitialFilesTest {

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("value");
    }

    @Test
    void aMissingFileIsWrittenAtTheStartAndAtAReload() throws IOException {
        write(5, false, true);
        assertThat(file).hasContent("5\n");
        Files.delete(file);
        write(-6, true, false);
        assertThat(file).hasContent("-6\n");
    }

    @Test
    void aFileIsOverwrittenOnlyWhereThatIsAskedForAndOnlyAtTheStart() throws IOException {
        Files.writeString(file, "a longer text");
        write(5, false, true);
        write(5, true, false);
        assertThat(file).hasContent("a longer text");
        write(5, true, true);
        assertThat(file).hasContent("5\n");
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "theirs");
        Files.createSymbolicLink(file, target);
        write(5, true, true);
        assertThat(target).hasContent("theirs");
        Files.delete(target);
        write(5, false, true);
        assertThat(target).doesNotExist();
    }

    @Test
    void whatCannotBeWrittenDoesNoHarm() throws IOException {
        Files.createDirectory(file);
        write(5, true, true);
        assertThat(file).isEmptyDirectory();
        file = folder.resolve("missing/value");
        write(5, true, true);
        assertThat(file).doesNotExist();
    }

    @Test
    void withoutInitFileNothingIsWritten() {
        InitialFiles.write(List.of(new FileSettings("f", file, Optional.empty())), true);
        assertThat(file).doesNotExist();
    }

    private void write(int value, boolean overwrite, boolean start) {
        FileSettings.Initial initial = new FileSettings.Initial(value, overwrite);
        InitialFiles.write(List.of(new FileSettings("f", file, Optional.of(initial))), start);
    }
}

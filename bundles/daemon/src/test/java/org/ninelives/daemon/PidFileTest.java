package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir Path folder;

    @Test
    void theFileNamesTheProcessAndGoesWithIt() throws IOException {
        Path path = folder.resolve("n.pid");

        try (PidFile file = PidFile.take(path, 4711).orElseThrow()) {
            assertThat(path).hasContent("4711\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-r--r--");
            assertThat(file).isNotNull();
        }

        assertThat(path).doesNotExist();
    }

    @Test
    void aSecondCopyDoesNotGetIt() throws IOException {
        Path path = folder.resolve("n.pid");

        try (PidFile first = PidFile.take(path, 1).orElseThrow()) {
            assertThat(PidFile.take(path, 2)).isEmpty();
            assertThat(path).hasContent("1\n");
            assertThat(first).isNotNull();
        }

        PidFile.take(path, 2).orElseThrow().close();
    }

    @Test
    void aFileLeftBehindIsTakenOver() throws IOException {
        Path path = Files.writeString(folder.resolve("n.pid"), "99999 and more\n");

        try (PidFile file = PidFile.take(path, 7).orElseThrow()) {
            assertThat(path).hasContent("7\n");
            assertThat(file).isNotNull();
        }
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "keep");
        Path link = Files.createSymbolicLink(folder.resolve("n.pid"), precious);

        assertThatThrownBy(() -> PidFile.take(link, 1)).isInstanceOf(IOException.class);

        assertThat(precious).hasContent("keep");
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> PidFile.take(folder.resolve("no/n.pid"), 1))
                .isInstanceOf(IOException.class);
    }
}

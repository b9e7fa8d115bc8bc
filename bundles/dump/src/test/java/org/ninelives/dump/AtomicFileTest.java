package org.ninelives.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir Path folder;

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        Path file = folder.resolve("keepalived.data");
        Files.writeString(file, "an older and longer text");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        AtomicFile.write(file, "text\n");

        assertThat(file).hasContent("text\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(names()).containsExactly("keepalived.data");
    }

    @Test
    void aLinkIsReplacedAndNotFollowed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("keepalived.data"), precious);

        AtomicFile.write(link, "text");

        assertThat(precious).hasContent("precious");
        assertThat(Files.isRegularFile(link, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(link).hasContent("text");
    }

    @Test
    void aFolderStaysAsItIsAndNothingIsLeftBeside() throws IOException {
        Path place = Files.createDirectory(folder.resolve("keepalived.data"));

        assertThatThrownBy(() -> AtomicFile.write(place, "text"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("no/x"), "text"))
                .isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("keepalived.data");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}

package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.config.language.SourceFiles.Kind;
import org.ninelives.config.language.UnreadableFileException;

class FilesOnDiskTest {

    @TempDir Path folder;

    private FilesOnDisk files;

    @BeforeEach
    void workInTheFolder() {
        files = new FilesOnDisk(folder);
    }

    @Test
    void aRegularFileIsRead() throws Exception {
        byte[] content = {'a', '\n', (byte) 0xff, 0};
        Files.write(folder.resolve("a.conf"), content);

        assertThat(files.kind("a.conf")).isEqualTo(Kind.REGULAR);
        assertThat(files.read("a.conf")).isEqualTo(content);
        assertThat(files.read(folder + "/a.conf")).isEqualTo(content);
    }

    @Test
    void aFileThatAnybodyMayExecuteIsAScript() throws IOException {
        Path script = Files.createFile(folder.resolve("s"));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-r--r-x"));

        assertThat(files.kind("s")).isEqualTo(Kind.EXECUTABLE);
    }

    @Test
    void aSocketIsSpecial() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(folder.resolve("sock")));

            assertThat(files.kind("sock")).isEqualTo(Kind.SPECIAL);
        }
        assertThat(files.kind("/dev/null")).isEqualTo(Kind.SPECIAL);
    }

    @Test
    void linksAreFollowed() throws IOException {
        Files.createSymbolicLink(folder.resolve("here"), Files.createFile(folder.resolve("f")));
        Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("none"));
        Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));

        assertThat(files.kind("here")).isEqualTo(Kind.REGULAR);
        assertThat(files.kind("nowhere")).isEqualTo(Kind.ABSENT);
        assertThat(files.kind("loop")).isEqualTo(Kind.ABSENT);
    }

    @Test
    void aDirectoryIsListed() throws IOException {
        Files.createDirectory(folder.resolve("d"));
        Files.createFile(folder.resolve("d/x"));
        Files.createFile(folder.resolve("d/.hidden"));

        assertThat(files.kind("d")).isEqualTo(Kind.DIRECTORY);
        assertThat(files.names("d")).containsExactlyInAnyOrder("x", ".hidden");
        assertThat(files.names("d/x")).isEmpty();
        assertThat(files.names("none")).isEmpty();
    }

    @Test
    void whatIsNoPathLeadsToNothing() {
        assertThat(files.kind("a\0b")).isEqualTo(Kind.ABSENT);
        assertThat(files.names("a\0b")).isEmpty();
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        assertThatThrownBy(() -> files.read("none"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("cannot be read: no such file");
        assertThatThrownBy(() -> files.read("."))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("directory");
        assertThatThrownBy(() -> files.read("n".repeat(300)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("cannot be read: File name too long");
    }
}

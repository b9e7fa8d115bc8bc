package org.ninelives.management.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessFilesTest {

    @TempDir Path folder;

    @Test
    void newFilesAreForTheirOwnerAlone() throws IOException {
        AccessFiles files = AccessFiles.inFirstOf(List.of(folder));

        assertThat(permissions(files.passwords())).isEqualTo("rw-------");
        assertThat(permissions(files.access())).isEqualTo("rw-------");
        assertThat(files.access()).hasContent("monitor readonly\ncontrol readwrite\n");
    }

    @Test
    void passwordsAreLongAndNeverTheSame() throws IOException {
        Files.createDirectory(folder.resolve("a"));
        Files.createDirectory(folder.resolve("b"));

        AccessFiles a = AccessFiles.inFirstOf(List.of(folder.resolve("a")));
        AccessFiles b = AccessFiles.inFirstOf(List.of(folder.resolve("b")));

        assertThat(Passwords.of(a, "monitor")).hasSize(24).isNotEqualTo(Passwords.of(a, "control"));
        assertThat(Passwords.of(a, "monitor")).isNotEqualTo(Passwords.of(b, "monitor"));
    }

    @Test
    void filesThatAreThereAreKept() throws IOException {
        AccessFiles first = AccessFiles.inFirstOf(List.of(folder));
        String password = Passwords.of(first, "control");

        assertThat(Passwords.of(AccessFiles.inFirstOf(List.of(folder)), "control"))
                .isEqualTo(password);
    }

    @Test
    void aPasswordFileThatOthersCanReadIsRefusedWithTheRemedy() throws IOException {
        AccessFiles files = AccessFiles.inFirstOf(List.of(folder));
        Files.setPosixFilePermissions(
                files.passwords(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(
                        () -> AccessFiles.inFirstOf(List.of(folder, folder.resolve("elsewhere"))))
                .isInstanceOf(UnsafeFileException.class)
                .hasMessageContaining("chmod 600 " + files.passwords());
    }

    @Test
    void anAccessFileThatOthersCanChangeIsRefused() throws IOException {
        AccessFiles files = AccessFiles.inFirstOf(List.of(folder));
        Files.setPosixFilePermissions(files.access(), PosixFilePermissions.fromString("rw-rw-r--"));

        assertThatThrownBy(() -> AccessFiles.inFirstOf(List.of(folder)))
                .isInstanceOf(UnsafeFileException.class)
                .hasMessageContaining("jmx.access");
    }

    @Test
    void aFolderInWhichOthersCouldExchangeTheFilesIsRefused() throws IOException {
        AccessFiles.inFirstOf(List.of(folder));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> AccessFiles.inFirstOf(List.of(folder)))
                .isInstanceOf(UnsafeFileException.class)
                .hasMessageContaining("chmod go-w " + folder);
    }

    @Test
    void aPasswordFileOfAnotherUserIsRefused() throws IOException {
        AccessFiles files = AccessFiles.inFirstOf(List.of(folder));
        assumeThat(System.getProperty("user.name")).as("who gives files away").isEqualTo("root");
        Files.setAttribute(files.passwords(), "unix:uid", 12345);

        assertThatThrownBy(() -> AccessFiles.inFirstOf(List.of(folder)))
                .isInstanceOf(UnsafeFileException.class)
                .hasMessageContaining("belongs to another user");
    }

    @Test
    void whereAFolderCannotTakeThemTheNextOneIsTried() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("file")).resolve("etc");

        AccessFiles files = AccessFiles.inFirstOf(List.of(noFolder, folder.resolve("run")));

        assertThat(files.passwords()).isEqualTo(folder.resolve("run/jmx.password")).exists();
        assertThat(permissions(folder.resolve("run"))).isEqualTo("rwx------");
    }

    @Test
    void whereNoFolderCanTakeThemEachIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(
                        () ->
                                AccessFiles.inFirstOf(
                                        List.of(file.resolve("a"), folder.resolve("x/b"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("file/a")
                .hasMessageContaining("x/b");
    }

    @Test
    void nothingIsCreatedThroughADanglingLink() throws IOException {
        Path target = folder.resolve("target");
        Files.createSymbolicLink(folder.resolve("jmx.password"), target);

        assertThatThrownBy(() -> AccessFiles.inFirstOf(List.of(folder)))
                .isInstanceOf(IOException.class);

        assertThat(target).doesNotExist();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}

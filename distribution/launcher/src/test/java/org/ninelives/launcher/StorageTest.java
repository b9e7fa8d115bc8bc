package org.ninelives.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {

    /** Above the largest process id Linux gives, proc_sys_kernel(5). */
    private static final String NO_PROCESS = "4194305";

    @TempDir private Path parent;

    @Test
    void theFolderIsNamedAfterTheProcessAndEmpty() throws IOException {
        Files.createDirectories(parent.resolve("ninelives-1/bundle7"));

        File folder = Storage.create(1, parent.toFile());

        assertThat(folder).hasName("ninelives-1").isEmptyDirectory();
    }

    @Test
    void foldersOfDeadProcessesGoAndAllOthersStay() throws IOException {
        Files.createDirectories(parent.resolve("ninelives-" + NO_PROCESS + "/bundle0"));
        Files.createDirectory(parent.resolve("ninelives-1"));
        Files.createDirectory(parent.resolve("ninelives-backup"));
        Files.createDirectory(parent.resolve("ninelives-"));

        Storage.create(ProcessHandle.current().pid(), parent.toFile());

        assertThat(parent.toFile().list())
                .containsExactlyInAnyOrder(
                        "ninelives-1",
                        "ninelives-backup",
                        "ninelives-",
                        "ninelives-" + ProcessHandle.current().pid());
    }

    @Test
    void theNextParentIsTakenWhereTheFirstCannotBe() {
        File missing = parent.resolve("missing").toFile();

        assertThat(Storage.create(1, missing, parent.toFile())).hasParent(parent.toFile());
        assertThatThrownBy(() -> Storage.create(1, missing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(missing.getPath());
    }

    @Test
    void removingDoesNotFollowLinks() throws IOException {
        Path kept = Files.createFile(Files.createDirectory(parent.resolve("kept")).resolve("file"));
        Path folder = Files.createDirectory(parent.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("link"), kept.getParent());

        Storage.remove(folder.toFile());

        assertThat(folder).doesNotExist();
        assertThat(kept).exists();
    }
}

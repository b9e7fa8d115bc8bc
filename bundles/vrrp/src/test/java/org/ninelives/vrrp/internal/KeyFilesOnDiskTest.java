package org.ninelives.vrrp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.vrrp.settings.KeyFiles;
import org.ninelives.vrrp.settings.UnreadableKeyException;

class KeyFilesOnDiskTest {

    private final KeyFiles files = new KeyFilesOnDisk();

    @TempDir private Path folder;

    private String file(String permissions, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions))
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r--------", "rw-------", "r--r-----"})
    void aFileOfItsOwnerIsRead(String permissions) throws IOException, UnreadableKeyException {
        assertThat(files.content(file(permissions, "secret"))).asString().isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw----r--", "rw--w----", "rw-----w-"})
    void aFileOthersCanGetAtIsRefused(String permissions) throws IOException {
        String path = file(permissions, "secret");

        assertThatThrownBy(() -> files.content(path))
                .isInstanceOf(UnreadableKeyException.class)
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatIsNoKeyFileIsNamed() throws IOException {
        String large = file("rw-------", "x".repeat(2000));

        assertThatThrownBy(() -> files.content(folder + "/none")).hasMessageContaining("not exist");
        assertThatThrownBy(() -> files.content(folder.toString()))
                .hasMessageContaining("is not a file");
        assertThatThrownBy(() -> files.content(large)).hasMessageContaining("longer than a key");
    }
}

package org.ninelives.api.configuration;

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

class SecretFileTest {

    private static final int BYTES_MAX = 1024;

    @TempDir private Path folder;

    private String file(String permissions, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions))
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r--------", "rw-------", "r--r-----"})
    void aFileOfItsOwnerIsRead(String permissions) throws IOException, UnreadableSecretException {
        assertThat(SecretFile.read(file(permissions, "secret"), BYTES_MAX))
                .asString()
                .isEqualTo("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw----r--", "rw--w----", "rw-----w-"})
    void aFileOthersCanGetAtIsRefused(String permissions) throws IOException {
        String path = file(permissions, "secret");

        assertThatThrownBy(() -> SecretFile.read(path, BYTES_MAX))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatIsNoKeyFileIsNamed() throws IOException {
        String large = file("rw-------", "x".repeat(BYTES_MAX + 1));

        assertThatThrownBy(() -> SecretFile.read(folder + "/none", BYTES_MAX))
                .hasMessageContaining("not exist");
        assertThatThrownBy(() -> SecretFile.read(folder.toString(), BYTES_MAX))
                .hasMessageContaining("is not a file");
        assertThatThrownBy(() -> SecretFile.read(large, BYTES_MAX))
                .hasMessageContaining("longer than a secret");
    }
}

package org.ninelives.api.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemSecretsTest {

    @TempDir private Path folder;

    private final SystemSecrets secrets =
            new SystemSecrets(Map.of("MAIL_PASSWORD", "tiger", "EMPTY", "")::get);

    @Test
    void aVariableHasIt() throws Exception {
        assertThat(secrets.read(new Secret.InEnvironment("MAIL_PASSWORD"))).isEqualTo("tiger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPTY", "ABSENT"})
    void aVariableMayBeMissing(String name) {
        assertThatThrownBy(() -> secrets.read(new Secret.InEnvironment(name)))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-------", "r--------", "r--r-----"})
    void theFirstLineOfAFileHasIt(String permissions) throws Exception {
        assertThat(secrets.read(file("open sesame\nsecond\n", permissions)))
                .isEqualTo("open sesame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw--w----", "rw----r--", "rw-----w-", "rw------x"})
    void aFileThatOthersCanReadOrChangeIsRefused(String permissions) throws IOException {
        Secret secret = file("tiger\n", permissions);

        assertThatThrownBy(() -> secrets.read(secret))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageContaining("chmod 600")
                .hasMessageNotContaining("tiger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\nsecond\n"})
    void aFileMayHaveNone(String content) throws IOException {
        Secret secret = file(content, "rw-------");

        assertThatThrownBy(() -> secrets.read(secret))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageContaining("no password in its first line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiger", "file:", "env:", "FILE:/etc/password"})
    void aWordThatIsNoPlaceIsNotRepeated(String word) {
        assertThatThrownBy(() -> Secret.of(word))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not belong in this file")
                .hasMessageNotContaining("tiger");
    }

    @Test
    void aWordSaysWhere() {
        assertThat(Secret.of("file:/etc/password")).isEqualTo(new Secret.InFile("/etc/password"));
        assertThat(Secret.of("env:PASSWORD")).isEqualTo(new Secret.InEnvironment("PASSWORD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere/at/all", "/", "\0"})
    void aFileMayBeMissing(String path) {
        assertThatThrownBy(() -> secrets.read(new Secret.InFile(path)))
                .isInstanceOf(UnreadableSecretException.class)
                .hasMessageMatching("(?s).*(does not exist|is not a file)");
    }

    private Secret file(String content, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return new Secret.InFile(file.toString());
    }
}

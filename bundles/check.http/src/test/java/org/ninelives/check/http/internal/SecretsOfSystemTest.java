package org.ninelives.check.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.check.http.core.Request;
import org.ninelives.check.http.engine.HttpMethod;
import org.ninelives.testkit.network.CheckText;

/** Passwords from files and variables, and into requests. */
class SecretsOfSystemTest {

    private final SecretsOfSystem secrets =
            new SecretsOfSystem(Map.of("PROBE", "hush", "EMPTY", "")::get);

    @TempDir private Path folder;

    private Path file(String content, String permissions) throws Exception {
        Path file = folder.resolve("password");
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
    }

    @Test
    void aVariableIsTheWholePassword() throws Exception {
        assertThat(secrets.read("env:PROBE")).isEqualTo("hush");
    }

    @Test
    void aFileHoldsItInItsFirstLine() throws Exception {
        assertThat(secrets.read("file:" + file("hush ü\nremark\n", "rw-------")))
                .isEqualTo("hush ü");
    }

    @Test
    void anEmptyOneIsNone() throws Exception {
        Path file = file("\nhush\n", "rw-------");
        assertThatThrownBy(() -> secrets.read("file:" + file))
                .hasMessage(file + " has no password in its first line");
        assertThatThrownBy(() -> secrets.read("env:EMPTY"))
                .hasMessage("the daemon's environment has no variable EMPTY");
    }

    @Test
    void aFileOpenToOthersIsRefused() throws Exception {
        Path file = file("hush\n", "rw-r--r--");
        assertThatThrownBy(() -> secrets.read("file:" + file)).hasMessageContaining("chmod 600");
    }

    @Test
    void theServerIsAskedWithIt() throws Exception {
        CheckText text =
                CheckText.read(
                        new HttpGet(),
                        "url {\npath /\nauth Aladdin file:"
                                + file("open sesame\n", "rw-------")
                                + "\n}");
        assertThat(text.problems()).isEmpty();
        Request request = ((HttpMethod) text.probed().method()).pages().getFirst().request();
        // The example of RFC 7617 section 2.
        assertThat(request.text())
                .contains("\r\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\r\n");
        assertThat(text.probed().toString()).doesNotContain("QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    }
}

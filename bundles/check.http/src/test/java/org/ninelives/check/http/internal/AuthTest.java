package org.ninelives.check.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.check.http.core.Request;
import org.ninelives.check.http.engine.HttpMethod;
import org.ninelives.testkit.network.CheckText;

/** How a password gets into a request. */
class AuthTest {

    @TempDir private Path folder;

    private Path file(String content, String permissions) throws Exception {
        Path file = folder.resolve("password");
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        return file;
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

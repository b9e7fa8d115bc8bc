package org.ninelives.check.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.check.http.settings.TlsFiles;

/** Files that change on disk. */
class TlsContextsTest {

    private final TlsContexts contexts = new TlsContexts();

    @TempDir private Path folder;

    private Path authorities;
    private TlsFiles own;

    @BeforeEach
    void copy() throws IOException {
        authorities = copy("ca.pem", "authorities.pem");
        own =
                new TlsFiles(
                        Optional.empty(),
                        Optional.of(copy("client.pem", "own.pem")),
                        Optional.of(copy("client.key", "own.key")),
                        Optional.empty());
    }

    private Path copy(String name, String as) throws IOException {
        return Files.copy(
                TestServer.file(name), folder.resolve(as), StandardCopyOption.REPLACE_EXISTING);
    }

    private String authority() throws PemException {
        return contexts.judges(Optional.of(authorities))
                .getAcceptedIssuers()[0]
                .getSubjectX500Principal()
                .getName();
    }

    @Test
    void theyAreReadAnewOnlyWhenToldTo() throws Exception {
        assertThat(authority()).isEqualTo("CN=test authority");
        SSLSocketFactory sockets = contexts.sockets(own);

        copy("client-rsa.pem", "authorities.pem");
        assertThat(authority()).isEqualTo("CN=test authority");
        assertThat(contexts.sockets(own)).isSameAs(sockets);

        contexts.renew();
        assertThat(authority()).isEqualTo("CN=client-rsa");
        assertThat(contexts.sockets(own)).isNotSameAs(sockets);
    }

    @Test
    void thoseThatCannotBeUsedAnyMoreAreUsedOnAsTheyWere() throws Exception {
        authority();
        SSLSocketFactory sockets = contexts.sockets(own);

        Files.delete(authorities);
        Files.writeString(folder.resolve("own.key"), "no key at all");
        contexts.renew();
        assertThat(authority()).isEqualTo("CN=test authority");
        assertThat(contexts.sockets(own)).isSameAs(sockets);

        copy("client-rsa.pem", "authorities.pem");
        copy("client.key", "own.key");
        contexts.renew();
        assertThat(authority()).isEqualTo("CN=client-rsa");
        assertThat(contexts.sockets(own)).isNotSameAs(sockets);
    }

    @Test
    void thoseThatNobodyHasAskedForAreForgotten() throws Exception {
        authority();
        contexts.renew();
        contexts.renew();

        Files.delete(authorities);
        assertThatThrownBy(this::authority).hasMessageContaining("does not exist");
    }
}

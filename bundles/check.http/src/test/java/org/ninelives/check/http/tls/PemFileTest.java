package org.ninelives.check.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates and keys as openssl writes them, and files that are none. */
class PemFileTest {

    private static final Optional<String> SECRET = Optional.of("secret");

    @TempDir private Path folder;

    private static PrivateKey key(String name, Optional<String> password) throws PemException {
        return PemFile.read(TestServer.file(name)).key().open(password);
    }

    @Test
    void certificatesAreReadInOrder() throws Exception {
        Path chain = folder.resolve("chain.pem");
        Files.writeString(
                chain,
                "remarks before\n"
                        + Files.readString(TestServer.file("server.pem"))
                        + "and between\n"
                        + Files.readString(TestServer.file("ca.pem")));
        assertThat(PemFile.read(chain).certificates())
                .extracting(certificate -> certificate.getSubjectX500Principal().getName())
                .containsExactly("CN=www.example", "CN=test authority");
    }

    @ParameterizedTest
    @CsvSource({
        "client.key, EC",
        "client-encrypted.key, EC",
        "client-encrypted-v1.key, EC",
        "client-rsa.key, RSA"
    })
    void keysAreReadInTheirForms(String name, String algorithm) throws PemException {
        assertThat(key(name, SECRET).getAlgorithm()).isEqualTo(algorithm);
    }

    @Test
    void anEncryptedKeyIsTheSameKey() throws PemException {
        assertThat(key("client-encrypted.key", SECRET)).isEqualTo(key("client.key", SECRET));
        assertThat(key("client-encrypted-v1.key", SECRET)).isEqualTo(key("client.key", SECRET));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client-encrypted.key    | wrong | cannot be decrypted: the password is not that of"
                        + " it",
                "client-encrypted-v1.key | wrong | cannot be decrypted: the password is not that of"
                        + " it",
                "client-encrypted.key    |       | is encrypted; write its password into SSL",
                "client-old.key          | secret| is encrypted in the way of old; write it anew",
                "client-sec1.key         |       | has a key in the form 'EC PRIVATE KEY'",
                "ca.pem                  |       | has no private key; it has to be in PEM",
                "absent.key              |       | does not exist",
                "..                      |       | cannot be read: Is a directory"
            })
    void keysThatCannotBeUsedAreTold(String name, String password, String reason) {
        assertThatThrownBy(() -> key(name, Optional.ofNullable(password)))
                .isInstanceOf(PemException.class)
                .hasMessageStartingWith("src/test/resources/tls/" + name + " " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PRIVATE KEY | has a damaged private key, or one of an unknown kind",
                "ENCRYPTED PRIVATE KEY | cannot be decrypted: ",
                "RSA PRIVATE KEY | has a damaged private key, or one of an unknown kind"
            })
    void aDamagedKeyIsTold(String label, String reason) throws IOException {
        Path file = pem(label, "AAAA");
        assertThatThrownBy(() -> PemFile.read(file).key().open(SECRET))
                .hasMessageStartingWith(file + " " + reason);
    }

    @Test
    void aDamagedCertificateIsTold() throws IOException {
        Path file = pem("CERTIFICATE", "AAAA");
        assertThatThrownBy(() -> PemFile.read(file).certificates())
                .hasMessageStartingWith(file + " has a damaged certificate: ");
    }

    @Test
    void aFileWithoutCertificatesIsTold() {
        Path file = TestServer.file("client.key");
        assertThatThrownBy(() -> PemFile.read(file).certificates())
                .hasMessage(file + " has no certificate; it has to be in PEM");
    }

    @Test
    void filesAreBounded() throws IOException {
        Path file = folder.resolve("large");
        Files.write(file, new byte[(1 << 22) + 1]);
        assertThatThrownBy(() -> PemFile.read(file))
                .hasMessage(file + " is longer than 4194304 bytes");
    }

    private Path pem(String label, String text) throws IOException {
        Path file = folder.resolve("damaged.pem");
        return Files.writeString(
                file, "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
    }
}

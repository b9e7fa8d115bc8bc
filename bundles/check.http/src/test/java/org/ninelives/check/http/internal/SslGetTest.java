package org.ninelives.check.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.check.ProbeCost;
import org.ninelives.api.configuration.ConfigSection.Prepared;
import org.ninelives.api.net.IpAddress;
import org.ninelives.check.http.engine.HttpMethod;
import org.ninelives.check.http.settings.PageTls;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.testkit.ConfigurationText;
import org.ninelives.testkit.network.CheckText;

/** What is read from {@code SSL_GET} and {@code SSL}. */
class SslGetTest {

    private static final String URL = "url {\npath /\n}\n";

    private final SslGet type = new SslGet();

    private static PageTls tls(CheckText text) {
        return ((HttpMethod) text.probed().method()).pages().getFirst().tls().orElseThrow();
    }

    @Test
    void byDefaultNothingIsToldAndNothingIsVerified() {
        CheckText text = CheckText.read(type, URL);
        assertThat(text.problems()).isEmpty();
        assertThat(tls(text)).isEqualTo(new PageTls(Optional.empty(), false, Optional.empty()));
        assertThat(text.probed().keyword()).isEqualTo("SSL_GET");
        assertThat(text.probed().method().cost()).isEqualTo(ProbeCost.HANDSHAKE);
        assertThat(text.checks()).isEqualTo(CheckText.read(type, URL).checks());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "enable_sni                                 | -",
                "enable_sni ~ virtualhost a.example         | a.example",
                "enable_sni ~ virtualhost a.example:8443    | a.example",
                "enable_sni off ~ virtualhost a.example     | -",
                "virtualhost a.example                      | -",
                "sni_name s.example ~ virtualhost a.example | s.example",
                "sni_name s.example                         | s.example",
                "sni_name ~ virtualhost a.example           | a.example"
            })
    void theServerIsToldItsName(String lines, String name) {
        CheckText text = CheckText.read(type, URL + lines.replace(" ~ ", "\n"));
        assertThat(text.problems()).isEmpty();
        assertThat(tls(text).serverName()).isEqualTo(Optional.ofNullable(name));
    }

    @Test
    void theVirtualHostOfTheUrlIsNearer() {
        CheckText text =
                CheckText.read(
                        type,
                        """
                        enable_sni
                        virtualhost a.example
                        url {
                        path /
                        virtualhost u.example
                        }\
                        """);
        assertThat(tls(text).serverName()).contains("u.example");
    }

    @Test
    void thatOfTheServerAroundItIsFurther() {
        CheckedServer server = CheckedServer.of(IpAddress.of("10.0.0.1"), 443);
        CheckText text =
                CheckText.read(
                        type,
                        "enable_sni\n" + URL,
                        new CheckedServer(
                                server.address(),
                                server.port(),
                                server.delayLoop(),
                                server.retry(),
                                server.delayBeforeRetry(),
                                server.warmup(),
                                server.connectTimeout(),
                                false,
                                false,
                                Optional.of("server.example")));
        assertThat(tls(text).serverName()).contains("server.example");
    }

    @Test
    void anAddressWithColonsIsNoName() {
        CheckText text = CheckText.read(type, URL + "enable_sni\nvirtualhost [::1]");
        assertThat(tls(text).serverName()).isEmpty();
        assertThat(text.problems())
                .containsExactly(
                        "WARNING test.conf:5: enable_sni: [::1] is not the name of a host, so the"
                                + " server is told none; write sni_name");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', false",
        "tls_compliant, '', true",
        "'', tls_compliant, true",
        "tls_compliant, tls_compliant off, false"
    })
    void aUrlMayHaveItsOwnIdeaOfAProperEnd(String ofCheck, String ofUrl, boolean compliant) {
        CheckText text = CheckText.read(type, ofCheck + "\nurl {\npath /\n" + ofUrl + "\n}");
        assertThat(tls(text).compliant()).isEqualTo(compliant);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "tls_verify                                            | - | 10.0.0.1",
                "tls_verify ~ ca /etc/ca.pem                           | /etc/ca.pem | 10.0.0.1",
                "tls_verify ~ virtualhost a.example:444                | - | a.example",
                "tls_verify ~ virtualhost a.example ~ sni_name s.example | - | s.example"
            })
    void theCertificateIsLookedAtWhenAsked(String lines, String authority, String name) {
        CheckText text = CheckText.read(type, URL + lines.replace(" ~ ", "\n"));
        assertThat(text.problems()).isEmpty();
        assertThat(tls(text).verification())
                .contains(
                        new PageTls.Verification(
                                Optional.ofNullable(authority).map(Path::of), name));
    }

    @Test
    void aUrlMayDoWithoutVerification() {
        CheckText text = CheckText.read(type, "tls_verify\nurl {\npath /\ntls_verify off\n}");
        assertThat(tls(text).verification()).isEmpty();
    }

    @Test
    void aNameThatIsNoneIsRefused() {
        assertThat(CheckText.read(type, URL + "sni_name a..b").problems())
                .containsExactly("ERROR test.conf:5: sni_name: a..b is not the name of a host");
    }

    @Test
    void theFilesOfAllAreTriedBeforeTheyAreUsed() {
        ConfigurationText good =
                ssl("certificate %s/client.pem\nkey %s/client-encrypted.key\npassword secret");
        assertThat(changes(good)).containsExactly("ADD SSL files");
        assertThat(good.lines()).isEmpty();
        ConfigurationText wrong =
                ssl("certificate %s/client.pem\nkey %s/client-encrypted.key\npassword wrong");
        changes(wrong);
        assertThat(wrong.lines())
                .singleElement()
                .asString()
                .startsWith("ERROR test.conf:1: SSL: src/test/resources/tls/client-encrypted.key")
                .endsWith("cannot be decrypted: the password is not that of it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ca /absent                 | /absent does not exist",
                "certificate %s/client.pem  | has a certificate without a key",
                "key %s/client.key          | has a key without a certificate",
                "certificate %s/client.pem ~ key %s/server.key | is not the key of the certificate"
                        + " in"
            })
    void filesThatCannotBeUsedAreTold(String lines, String reason) {
        ConfigurationText text = ssl(lines.replace(" ~ ", "\n"));
        changes(text);
        assertThat(text.lines()).singleElement().asString().contains(reason);
    }

    @Test
    void aChangeOfTheFilesIsPlannedWithoutThePassword() throws Exception {
        type.prepare(
                        ssl("certificate %s/client.pem\nkey %s/client.key").root(),
                        ssl("").globalDefs(),
                        ssl("").problems())
                .apply();
        assertThat(changes(ssl("certificate %s/client.pem\nkey %s/client.key")))
                .containsExactly("KEEP SSL files");
        assertThat(changes(ssl("ca %s/ca.pem\npassword secret")))
                .containsExactly(
                        "CHANGE SSL files: ca - -> src/test/resources/tls/ca.pem, certificate"
                                + " src/test/resources/tls/client.pem -> -, key"
                                + " src/test/resources/tls/client.key -> -, password");
        assertThat(changes(ssl(""))).containsExactly("REMOVE SSL files");
    }

    private List<String> changes(ConfigurationText text) {
        Prepared prepared = type.prepare(text.root(), text.globalDefs(), text.problems());
        return prepared.changes().stream().map(Object::toString).toList();
    }

    private ConfigurationText ssl(String lines) {
        return ConfigurationText.of(
                "SSL {\n" + lines.replace("%s", "src/test/resources/tls") + "\n}\n",
                type.root(),
                BlockGrammar.none());
    }
}

package org.ninelives.management.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorSettingsTest {

    @Test
    void withoutPropertiesItListensOnLoopback() {
        ConnectorSettings settings = ConnectorSettings.from(property -> null);

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(9112);
        assertThat(settings.folders()).containsExactly(Path.of("/run/ninelives"));
    }

    @Test
    void theFolderOfSettingsIsTheFirstChoice() {
        assertThat(ConnectorSettings.from(Map.of("ninelives.etc", "/opt/n/etc")::get).folders())
                .containsExactly(Path.of("/opt/n/etc"), Path.of("/run/ninelives"));
    }

    @Test
    void portZeroIsOff() {
        assertThat(ConnectorSettings.from(Map.of("ninelives.jmx.port", "0")::get).isOff()).isTrue();
        assertThat(ConnectorSettings.from(Map.of("ninelives.jmx.port", " 7 ")::get).isOff())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "rmi", "1e3"})
    void aPortThatIsNoneIsRefusedWithItsRange(String port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectorSettings.from(Map.of("ninelives.jmx.port", port)::get))
                .withMessageContaining("'" + port + "' is not in 0..65535");
    }

    @Test
    void tlsIsOffUntilAskedForAndThenWantsClientCertificates() {
        assertThat(ConnectorSettings.from(property -> null).tls()).isEmpty();

        ConnectorSettings settings = from(Map.of("ninelives.jmx.tls", "true"));

        assertThat(settings.insecure()).isFalse();
        assertThat(settings.tls())
                .contains(
                        new TlsSettings(
                                Path.of("/etc/n/jmx.keystore.p12"),
                                Path.of("/etc/n/jmx.keystore.password"),
                                Optional.of(
                                        new TlsSettings.TrustedClients(
                                                Path.of("/etc/n/jmx.truststore.p12"),
                                                Optional.empty())),
                                List.of("TLSv1.3", "TLSv1.2")));
    }

    @Test
    void clientCertificatesCanBeWaived() {
        TlsSettings tls =
                from(Map.of(
                                "ninelives.jmx.tls",
                                "true",
                                "ninelives.jmx.tls.client.certificate",
                                "false",
                                "ninelives.jmx.tls.keystore",
                                "/elsewhere/key.p12"))
                        .tls()
                        .orElseThrow();

        assertThat(tls.clients()).isEmpty();
        assertThat(tls.keystore()).isEqualTo(Path.of("/elsewhere/key.p12"));
        assertThat(tls.summary()).isEqualTo(", TLSv1.3 TLSv1.2, no client certificates");
    }

    @Test
    void oldProtocolsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                from(
                                        Map.of(
                                                "ninelives.jmx.tls",
                                                "true",
                                                "ninelives.jmx.tls.protocols",
                                                "TLSv1.3, TLSv1.1")))
                .withMessageContaining("'TLSv1.1' is neither TLSv1.3 nor TLSv1.2");
    }

    @Test
    void aFlagThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of("ninelives.jmx.insecure", "yes")))
                .withMessage("ninelives.jmx.insecure: 'yes' is neither true nor false");
    }

    @Test
    void anAddressOfIpv6IsWrittenInBrackets() {
        assertThat(from(Map.of("ninelives.jmx.host", "::1")).address()).isEqualTo("[::1]:9112");
    }

    private static ConnectorSettings from(Map<String, String> properties) {
        return ConnectorSettings.from(
                key -> key.equals("ninelives.etc") ? "/etc/n" : properties.get(key));
    }
}

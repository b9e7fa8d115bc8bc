package org.ninelives.management.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.rmi.ssl.SslRMIClientSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.management.LogLines;

/** The connector with TLS, and clients with and without certificates. */
class TlsTest {

    @TempDir static Path folder;

    private static Certificates certificates;
    private static X509Certificate server;

    private final LogLines log = new LogLines();
    private ObjectName bean;
    private OpenConnector connector;

    @BeforeAll
    static void make() throws Exception {
        certificates = new Certificates(folder);
        server = certificates.make("server.p12", "CN=node-a");
        X509Certificate control = certificates.make("control.p12", "CN=control, O=Example");
        certificates.trust("clients.p12", Map.of("control", control));
        // RMI clients of this JVM use its default, which counts when it is first used.
        SSLContext.setDefault(certificates.client("control.p12", server));
    }

    @BeforeEach
    void open() throws Exception {
        bean = new ObjectName("org.ninelives:type=Switch");
        connector =
                new OpenConnector(
                        folder,
                        Set.of(bean),
                        Optional.of(certificates.settings("server.p12", "clients.p12")));
        connector.server.registerMBean(new Switch(), bean);
    }

    @AfterEach
    void close() {
        connector.close();
        log.close();
    }

    @Test
    void theHolderOfACertificateLogsInWithItsOwnPassword() throws Exception {
        try (JMXConnector client =
                connector.connect(
                        new SslRMIClientSocketFactory(),
                        "control",
                        connector.password("control"))) {
            assertThat(
                            client.getMBeanServerConnection()
                                    .invoke(bean, "press", new Object[] {1}, new String[] {"int"}))
                    .isEqualTo("control at 127.0.0.1");
        }
    }

    @Test
    void theCertificateOfOneDoesNotServeForThePasswordOfAnother() {
        assertThatThrownBy(
                        () ->
                                connector.connect(
                                        new SslRMIClientSocketFactory(),
                                        "monitor",
                                        connector.password("monitor")))
                .isInstanceOf(SecurityException.class);
        assertThat(log.all())
                .anyMatch(line -> line.contains("the certificate is not made out to this user"));
    }

    @Test
    void withoutACertificateNothingIsEvenRead() throws Exception {
        try (SSLSocket socket = connect(certificates.stranger(server))) {
            assertThatThrownBy(
                            () -> {
                                socket.getOutputStream().write(0);
                                socket.getInputStream().read();
                            })
                    .isInstanceOf(IOException.class);
        }
        await().until(
                        () ->
                                log.all().stream()
                                        .anyMatch(line -> line.contains("127.0.0.1 refused: (")));
    }

    @Test
    void withoutTlsThereIsNoWayIn() {
        assertThatThrownBy(() -> connector.connectAs("control")).isInstanceOf(IOException.class);
    }

    @Test
    void aRenewedCertificateIsShownToTheNextClient() throws Exception {
        assertThat(certificateShown()).isEqualTo(server);
        X509Certificate renewed = certificates.make("server.p12", "CN=node-a, O=Renewed");
        try {
            assertThat(certificateShown(renewed)).isEqualTo(renewed);
        } finally {
            server = renewed;
            SSLContext.setDefault(certificates.client("control.p12", server));
        }
    }

    @Test
    void aRenewalThatFailedLeavesWhatWasThere() throws Exception {
        Path keystore = folder.resolve("server.p12");
        byte[] whole = Files.readAllBytes(keystore);
        try {
            Files.writeString(keystore, "half");

            assertThat(certificateShown()).isEqualTo(server);
            assertThat(log.all())
                    .anyMatch(line -> line.contains("the certificates read before stay in use"));
        } finally {
            Files.write(keystore, whole);
        }
    }

    @Test
    void aKeystoreThatOthersCanReadIsRefused() throws Exception {
        Path keystore = Files.copy(folder.resolve("server.p12"), folder.resolve("open.p12"));
        Files.setPosixFilePermissions(keystore, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> new TlsContext(certificates.settings("open.p12", "clients.p12")))
                .isInstanceOf(UnsafeFileException.class)
                .hasMessageContaining("chmod 600 " + keystore);
    }

    @Test
    void aTruststoreAloneIsNoKeystore() {
        assertThatThrownBy(
                        () -> new TlsContext(certificates.settings("clients.p12", "clients.p12")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("clients.p12 holds no private key");
    }

    @Test
    void aTruststoreWithoutCertificatesIsRefused() throws Exception {
        certificates.trust("empty.p12", Map.of());

        assertThatThrownBy(() -> new TlsContext(certificates.settings("server.p12", "empty.p12")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("empty.p12 holds no certificate");
    }

    private X509Certificate certificateShown() throws Exception {
        return certificateShown(server);
    }

    private X509Certificate certificateShown(X509Certificate trusted) throws Exception {
        try (SSLSocket socket = connect(certificates.client("control.p12", trusted))) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private SSLSocket connect(SSLContext context) throws IOException {
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory().createSocket(OpenConnector.HOST, connector.port);
        socket.startHandshake();
        return socket;
    }
}

package org.ninelives.check.http.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.ProbeCost;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connections;
import org.ninelives.check.http.core.Expectation;
import org.ninelives.check.http.core.HttpVersion;
import org.ninelives.check.http.core.Request;
import org.ninelives.check.http.core.StatusCodes;
import org.ninelives.check.http.settings.Page;
import org.ninelives.check.http.settings.PageTls;
import org.ninelives.check.http.settings.TlsFiles;
import org.ninelives.check.http.tls.TestServer;
import org.ninelives.check.http.tls.TlsClient;
import org.ninelives.check.http.tls.TlsContexts;
import org.ninelives.linux.connection.LinuxNetworks;
import org.ninelives.testkit.network.Misbehaviour;
import org.ninelives.testkit.network.Server;
import org.ninelives.testkit.network.SocketServer;
import org.ninelives.testkit.network.TestProbe;

/** Looks over TLS, through the kernel, at servers that do as they are told. */
class HttpsTest {

    private static final String HELLO = "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final String ENDLESS = "HTTP/1.0 200 OK\r\n\r\nhello";
    private static final PageTls ANY = new PageTls(Optional.empty(), false, Optional.empty());
    private static final PageTls COMPLIANT = new PageTls(Optional.empty(), true, Optional.empty());

    private static Connections network;

    private TlsFiles files = TlsFiles.NONE;
    private Duration time = Duration.ofSeconds(20);

    @BeforeAll
    static void open() throws Exception {
        network = new LinuxNetworks().open(Optional.empty());
    }

    @AfterAll
    static void close() {
        network.close();
    }

    private static PageTls verified(String authority, String name) {
        return new PageTls(
                Optional.empty(),
                false,
                Optional.of(
                        new PageTls.Verification(Optional.of(TestServer.file(authority)), name)));
    }

    private HttpMethod method(PageTls tls) {
        Request request =
                Request.of(
                        "/",
                        new Request.Parts(
                                "GET", HttpVersion.HTTP_1_0, "h", List.of(), Optional.empty()));
        Expectation expectation =
                new Expectation(StatusCodes.SUCCESS, Optional.empty(), Optional.empty());
        return new HttpMethod(
                List.of(new Page(request, expectation, Optional.of(tls))),
                Duration.ofSeconds(20),
                Optional.of(new TlsClient(files, new TlsContexts())));
    }

    private String look(ConnectTarget target, PageTls tls) throws IOException {
        CheckResult result = method(tls).run(new TestProbe(network, target, time));
        String reason = result.reason().replace(target.port() + "", "PORT");
        assertThat(result.passed())
                .isEqualTo(
                        reason.equals(
                                "Remote Web server [127.0.0.1]:tcp:PORT succeed on service."));
        return result.passed() ? "passed" : reason;
    }

    private String look(String certificate, String key, PageTls tls) throws Exception {
        try (TestServer server = TestServer.start(certificate, key, TestServer.says(HELLO))) {
            return look(server.target(), tls);
        }
    }

    private String look(Server server) throws IOException {
        try (SocketServer running = SocketServer.start(server)) {
            return look(running.target(), ANY);
        }
    }

    private static String noHandshake(String detail) {
        return "SSL handshake/communication error connecting to server [127.0.0.1]:tcp:PORT: "
                + detail
                + " (GET /)";
    }

    @Test
    void aHandshakeCosts() {
        assertThat(method(ANY).cost()).isEqualTo(ProbeCost.HANDSHAKE);
    }

    @ParameterizedTest
    @CsvSource({
        "server.pem, server.key",
        "expired.pem, server.key",
        "client-rsa.pem, client-rsa.key"
    })
    void anyCertificateIsGoodUnlessOneIsToLookAtIt(String certificate, String key)
            throws Exception {
        assertThat(look(certificate, key, ANY)).isEqualTo("passed");
    }

    @ParameterizedTest
    @CsvSource({"www.example", "WWW.example", "a.wild.example", "127.0.0.1", "::1"})
    void theCertificateIsGoodForItsNames(String name) throws Exception {
        assertThat(look("server.pem", "server.key", verified("ca.pem", name))).isEqualTo("passed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server.pem|server.key|ca.pem|other.example|the certificate is not for"
                        + " other.example but for [www.example, *.wild.example, 127.0.0.1,"
                        + " 0:0:0:0:0:0:0:1]",
                "server.pem|server.key|ca.pem|wild.example|the certificate is not for",
                "server.pem|server.key|ca.pem|a.b.wild.example|the certificate is not for",
                "server.pem|server.key|ca.pem|127.0.0.2|the certificate is not for 127.0.0.2",
                "client-rsa.pem|client-rsa.key|ca.pem|client-rsa|the certificate is not for"
                        + " client-rsa but for []",
                "expired.pem|server.key|ca.pem|www.example|the certificate expired on"
                        + " 2020-02-01T00:00:00Z",
                "future.pem|future.key|ca.pem|www.example|the certificate is valid from"
                        + " 2120-01-01T00:00:00Z on only",
                "server.pem|server.key|client-rsa.pem|www.example|the certificate is signed by"
                        + " CN=test authority, which is not among the authorities",
                "server.pem|server.key|absent.pem|www.example|"
                        + "src/test/resources/tls/absent.pem does not exist"
            })
    void whatIsWrongWithACertificateIsTold(
            String certificate, String key, String authority, String name, String reason)
            throws Exception {
        assertThat(look(certificate, key, verified(authority, name)))
                .startsWith(noHandshake(reason).replace(" (GET /)", ""));
    }

    @Test
    void theServerIsToldANameOnlyWhenOneIsGiven() throws Exception {
        PageTls named = new PageTls(Optional.of("www.example"), false, Optional.empty());
        try (TestServer server =
                TestServer.start("server.pem", "server.key", TestServer.says(HELLO))) {
            assertThat(look(server.target(), ANY)).isEqualTo("passed");
            assertThat(look(server.target(), named)).isEqualTo("passed");
            assertThat(server.clients()).containsExactly("- -", "www.example -");
        }
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2", "TLSv1.3"})
    void aServerMayWantACertificate(String protocol) throws Exception {
        try (TestServer server =
                TestServer.start(
                        "server.pem",
                        "server.key",
                        client -> {
                            client.setNeedClientAuth(true);
                            client.setEnabledProtocols(new String[] {protocol});
                        },
                        TestServer.says(HELLO))) {
            // With TLS 1.2 the alert may be overtaken by a reset.
            assertThat(look(server.target(), ANY))
                    .containsAnyOf("to our certificate; see the block SSL", "reset");
            files =
                    new TlsFiles(
                            Optional.empty(),
                            Optional.of(TestServer.file("client.pem")),
                            Optional.of(TestServer.file("client-encrypted.key")),
                            Optional.of("secret"));
            assertThat(look(server.target(), ANY)).isEqualTo("passed");
            assertThat(server.clients()).containsExactly("- CN=client");
        }
    }

    @Test
    void filesThatCannotBeUsedAreDoneWithout() throws Exception {
        files =
                new TlsFiles(
                        Optional.empty(),
                        Optional.of(TestServer.file("absent.pem")),
                        Optional.of(TestServer.file("client.key")),
                        Optional.empty());
        assertThat(look("server.pem", "server.key", ANY)).isEqualTo("passed");
    }

    @Test
    void aServerWithoutACommonCipherSuiteFails() throws Exception {
        // The key of the server is none of RSA.
        String[] suites = {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"};
        try (TestServer server =
                TestServer.start(
                        "server.pem",
                        "server.key",
                        client -> client.setEnabledCipherSuites(suites),
                        TestServer.says(HELLO))) {
            assertThat(look(server.target(), ANY))
                    .startsWith(
                            noHandshake("the server answered with the alert handshake_failure")
                                    .replace(" (GET /)", ""));
        }
    }

    @Test
    void anEndWithoutTlsIsToleratedUnlessItMatters() throws Exception {
        try (TestServer server =
                TestServer.start("server.pem", "server.key", HttpsTest::saysAndHangsUp)) {
            assertThat(look(server.target(), ANY)).isEqualTo("passed");
            assertThat(look(server.target(), COMPLIANT))
                    .isEqualTo(
                            "SSL read error from server [127.0.0.1]:tcp:PORT: the server closed"
                                    + " the connection without close_notify (GET /)");
        }
    }

    private static void saysAndHangsUp(Socket below, SSLSocket client) throws IOException {
        client.getOutputStream().write(ENDLESS.getBytes(StandardCharsets.UTF_8));
        below.close();
    }

    @Test
    void aProperEndIsSeen() throws Exception {
        try (TestServer server =
                TestServer.start("server.pem", "server.key", TestServer.says(ENDLESS))) {
            assertThat(look(server.target(), COMPLIANT)).isEqualTo("passed");
        }
    }

    @Test
    void aServerThatKeepsTheConnectionOpenPassesAtOnce() throws Exception {
        try (TestServer server =
                TestServer.start(
                        "server.pem",
                        "server.key",
                        (below, client) -> {
                            client.getOutputStream().write(HELLO.getBytes(StandardCharsets.UTF_8));
                            client.getInputStream().read();
                        })) {
            assertThat(look(server.target(), ANY)).isEqualTo("passed");
        }
    }

    @Test
    void aServerThatNeverAnswersARequestFailsInTime() throws Exception {
        time = Duration.ofSeconds(1);
        try (TestServer server =
                TestServer.start(
                        "server.pem",
                        "server.key",
                        (below, client) -> client.getInputStream().read())) {
            assertThat(look(server.target(), ANY))
                    .isEqualTo("Timeout WEB read server [127.0.0.1]:tcp:PORT: no answer (GET /)");
        }
    }

    @Test
    void aServerThatNeverShakesHandsFailsInTime() throws IOException {
        time = Duration.ofMillis(300);
        assertThat(look(Misbehaviour.neverAnswers()))
                .isEqualTo(noHandshake("the server did not shake hands in time"));
    }

    @Test
    void aServerThatDripsFailsInTime() throws IOException {
        time = Duration.ofMillis(300);
        String beginningOfARecord = "\u0016\u0003\u0003\u0010";
        assertThat(look(Misbehaviour.drips(beginningOfARecord, Duration.ofMillis(100))))
                .startsWith(noHandshake("").replace(" (GET /)", ""));
    }

    @Test
    void aServerThatHangsUpFails() throws IOException {
        assertThat(look(Misbehaviour.halfClosesAfter("")))
                .isEqualTo(noHandshake("the server closed the connection while both shook hands"));
    }

    @Test
    void aServerThatResetsFails() throws IOException {
        assertThat(look(Misbehaviour.onceAsked(Misbehaviour.resetsAfter(""))))
                .startsWith(noHandshake("").replace(" (GET /)", ""));
    }

    @Test
    void aServerWithoutTlsFails() throws IOException {
        assertThat(look(Misbehaviour.knowsNoTls()))
                .isEqualTo(
                        noHandshake(
                                "the server does not speak TLS on this port; HTTP_GET is for plain"
                                        + " HTTP"));
    }
}

package org.ninelives.check.http.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Connections;
import org.ninelives.check.http.engine.HttpMethod;
import org.ninelives.check.http.genhash.Genhash;
import org.ninelives.check.http.internal.HttpGet;
import org.ninelives.check.http.internal.SslGet;
import org.ninelives.check.http.settings.TlsFiles;
import org.ninelives.check.http.tls.TestServer;
import org.ninelives.check.http.tls.TlsClient;
import org.ninelives.check.http.tls.TlsContexts;
import org.ninelives.linux.connection.LinuxNetworks;
import org.ninelives.testkit.Programs;
import org.ninelives.testkit.network.CheckText;
import org.ninelives.testkit.network.TestProbe;

/** HTTP_GET, SSL_GET and genhash at nginx and openssl. */
@Tag("lab")
class RealWebServerTest {

    private static final Programs PROGRAMS = new Programs();

    private static Nginx nginx;
    private static Connections network;

    @TempDir private static Path folder;

    @BeforeAll
    static void start() throws Exception {
        Programs.need("nginx", "openssl", "genhash");
        nginx = Nginx.start(PROGRAMS, folder);
        network = new LinuxNetworks().open(Optional.empty());
    }

    @AfterAll
    static void stop() throws Exception {
        PROGRAMS.close();
        if (network != null) {
            network.close();
        }
    }

    private static CheckResult look(CheckerType type, int port, String lines) throws Exception {
        return look(method(type, port, lines), port);
    }

    private static HttpMethod method(CheckerType type, int port, String lines) {
        CheckText text =
                CheckText.read(type, lines, CheckedServer.of(IpAddress.of("127.0.0.1"), port));
        assertThat(text.problems()).isEmpty();
        return (HttpMethod) text.probed().method();
    }

    private static CheckResult look(HttpMethod method, int port) throws Exception {
        CheckedServer server = CheckedServer.of(IpAddress.of("127.0.0.1"), port);
        return method.run(
                new TestProbe(
                        network,
                        CheckText.read(new HttpGet(), "url {\npath /\n}", server)
                                .probed()
                                .target()));
    }

    private static String url(String path, String... lines) {
        return "url {\npath " + path + "\n" + String.join("\n", lines) + "\n}\n";
    }

    private static void assertGood(CheckResult result) {
        assertThat(result.reason()).endsWith(" succeed on service.");
        assertThat(result.passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.0C", "1.1"})
    void aPageIsTheSameInEveryVersion(String version) throws Exception {
        String digest = "digest 5eb63bbbe01eeed093cb22bb8f5acdc3";
        assertGood(
                look(
                        new HttpGet(),
                        nginx.port(),
                        "http_protocol "
                                + version
                                + "\n"
                                + url("/hello", digest)
                                + url("/chunked/hello", digest, "regex ^hello.world$")
                                + url("/large", "regex 90123", "regex_min_offset 999000")
                                + url("/empty", "status_code 204")
                                + url("/busy", "status_code 500-599", "regex busy")
                                + url("/moved", "status_code 302")));
    }

    @Test
    void whatIsWrongIsTold() throws Exception {
        assertThat(look(new HttpGet(), nginx.port(), url("/busy")).reason())
                .isEqualTo(
                        "HTTP status code error to server [127.0.0.1]:tcp:"
                                + nginx.port()
                                + ": 503, and 200-299 is accepted (GET /busy)");
        assertThat(look(new HttpGet(), nginx.port(), url("/hello", "regex bye")).reason())
                .startsWith("Regex match failed server ");
    }

    @Test
    void theHostIsThatOfTheConfiguration() throws Exception {
        String port = Integer.toString(nginx.port());
        assertGood(
                look(
                        new HttpGet(),
                        nginx.port(),
                        url("/host", "regex ^127\\\\.0\\\\.0\\\\.1:" + port + "$")
                                + url("/host", "virtualhost v.example", "regex ^v\\\\.example$")));
    }

    @Test
    void extensionsReachTheServer() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "hush\n");
        Programs.output("chmod", "600", password.toString());
        assertGood(
                look(
                        new HttpGet(),
                        nginx.port(),
                        url("/method", "method POST", "body x", "regex ^POST")
                                + url("/method", "header Accept text/x", "regex \"text/x$\"")
                                + url("/hello", "method HEAD")
                                + url("/closed/hello", "auth probe file:" + password)));
        assertThat(look(new HttpGet(), nginx.port(), url("/closed/hello")).reason())
                .contains(": 401, and 200-299 is accepted");
    }

    @Test
    void theNameThatIsToldDecidesAboutTheCertificate() throws Exception {
        String verified = "tls_verify\nca " + TestServer.file("ca.pem") + "\n";
        assertGood(look(new SslGet(), nginx.tlsPort(), url("/", "regex \"^first .\"")));
        assertGood(
                look(
                        new SslGet(),
                        nginx.tlsPort(),
                        verified + "sni_name www.example\n" + url("/", "regex www.example$")));
        assertGood(
                look(
                        new SslGet(),
                        nginx.tlsPort(),
                        "enable_sni\nvirtualhost b.example\n" + url("/", "regex ^second")));
        assertThat(
                        look(
                                        new SslGet(),
                                        nginx.tlsPort(),
                                        verified + "sni_name b.example\n" + url("/"))
                                .reason())
                .contains("the certificate expired on 2020-02-01T00:00:00Z");
    }

    @Test
    void sessionsAreResumed() throws Exception {
        HttpMethod method = method(new SslGet(), nginx.tlsPort(), url("/", "regex \"^first r\""));
        assertThat(look(method, nginx.tlsPort()).passed()).isFalse();
        assertGood(look(method, nginx.tlsPort()));
        assertGood(look(method, nginx.tlsPort()));
    }

    @Test
    void aServerMayWantACertificate() throws Exception {
        HttpMethod method = method(new SslGet(), nginx.closedPort(), url("/", "regex CN=client"));
        assertThat(look(method, nginx.closedPort()).reason()).contains(": 400, and 200-299");
        TlsFiles files =
                new TlsFiles(
                        Optional.empty(),
                        Optional.of(TestServer.file("client.pem")),
                        Optional.of(TestServer.file("client-encrypted.key")),
                        Optional.of("secret"));
        assertGood(
                look(
                        new HttpMethod(
                                method.pages(),
                                method.pageTimeout(),
                                Optional.of(new TlsClient(files, new TlsContexts()))),
                        nginx.closedPort()));
    }

    @Test
    void plainHttpAtAPortOfTlsIsRefusedAndTheOtherWayAround() throws Exception {
        assertThat(look(new HttpGet(), nginx.tlsPort(), url("/")).reason())
                .contains(": 400, and ")
                .contains("; the server speaks TLS on this port, which SSL_GET is for (GET /)");
        assertThat(look(new SslGet(), nginx.port(), url("/")).reason())
                .contains("the server does not speak TLS on this port; HTTP_GET is for");
    }

    @ParameterizedTest
    @CsvSource({"-tls1_2", "-tls1_3"})
    void opensslIsLookedAt(String version) throws Exception {
        int port = openssl(version, "server.pem", "-www");
        assertGood(look(new SslGet(), port, url("/", "regex \"s_server -\"")));
        assertGood(look(new SslGet(), port, "tls_compliant\n" + url("/")));
    }

    @Test
    void anOldVersionOfTlsIsRefused() throws Exception {
        int port = openssl("-tls1_1", "server.pem", "-www");
        assertThat(look(new SslGet(), port, url("/")).reason())
                .contains("SSL handshake/communication error connecting to server")
                .contains("protocol_version, as it does not speak TLS 1.2 or 1.3");
    }

    @Test
    void aServerThatTrustsNobodyIsTold() throws Exception {
        int port = openssl("-tls1_3", "server.pem", "-www", "-Verify", "1", "-verify_return_error");
        assertThat(look(new SslGet(), port, url("/")).reason())
                .contains("to our certificate; see the block SSL");
    }

    private static int openssl(String version, String certificate, String... more)
            throws Exception {
        int port = Programs.freePort();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "openssl",
                                "s_server",
                                version,
                                "-accept",
                                "127.0.0.1:" + port,
                                "-cert",
                                TestServer.file(certificate).toString(),
                                "-key",
                                TestServer.file("server.key").toString()));
        command.addAll(List.of(more));
        PROGRAMS.serve(port, folder.resolve("openssl-" + port), command.toArray(String[]::new));
        return port;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-u /hello",
                "-u /busy",
                "-u /large -P 1.1",
                "-u /host -V v.example -P 1.0c",
                "-u /empty",
                "-S -u / -V b.example",
                "-S -I -u / -V b.example"
            })
    void genhashPrintsWhatKeepalivedsPrints(String words) throws Exception {
        String port = Integer.toString(words.contains("-S") ? nginx.tlsPort() : nginx.port());
        String command = "-s 127.0.0.1 -p " + port + " " + words;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status =
                new Genhash(new LinuxNetworks())
                        .run(
                                List.of(command.split(" ", -1)),
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                System.err);
        assertThat(status).isZero();
        assertThat(out).hasToString(Programs.output(("genhash " + command).split(" ", -1)));
    }
}

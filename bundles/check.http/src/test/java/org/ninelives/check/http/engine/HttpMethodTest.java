package org.ninelives.check.http.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.check.http.core.BodyPattern;
import org.ninelives.check.http.core.Expectation;
import org.ninelives.check.http.core.HttpVersion;
import org.ninelives.check.http.core.Request;
import org.ninelives.check.http.core.StatusCodes;
import org.ninelives.check.http.settings.Page;
import org.ninelives.testkit.network.Conversation;
import org.ninelives.testkit.network.FakeNetworks;
import org.ninelives.testkit.network.Server;
import org.ninelives.testkit.network.TestProbe;

/** Looks at servers that do as they are told. */
class HttpMethodTest {

    private static final String HOST = "10.0.0.1";
    private static final ConnectTarget TARGET = ConnectTarget.of(IpAddress.of(HOST), 80);
    private static final String HELLO = "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final FakeNetworks networks = new FakeNetworks();
    private TestProbe probe = new TestProbe(networks, TARGET);

    @AfterEach
    void everyConnectionIsClosed() {
        assertThat(networks.open()).isZero();
    }

    private static Page page(String path, Optional<String> digest, Optional<String> regex) {
        Request request =
                Request.of(
                        path,
                        new Request.Parts(
                                "GET", HttpVersion.HTTP_1_0, "h", List.of(), Optional.empty()));
        Optional<BodyPattern> pattern =
                regex.map(
                        text ->
                                new BodyPattern(
                                        new BodyPattern.Words(text, Set.of(), false, 0, 100)));
        return new Page(
                request, new Expectation(StatusCodes.SUCCESS, digest, pattern), Optional.empty());
    }

    private static Page page(String path) {
        return page(path, Optional.empty(), Optional.empty());
    }

    private CheckResult look(Page... pages) throws IOException {
        return new HttpMethod(List.of(pages), Duration.ofSeconds(20), Optional.empty()).run(probe);
    }

    private void serve(Server server) {
        networks.serve(HOST, 80, server);
    }

    private void answer(String text) {
        serve(
                client -> {
                    hearRequest(client);
                    client.say(text);
                });
    }

    private static String hearRequest(Conversation client) throws IOException {
        String first = client.hear();
        while (!client.hear().isEmpty()) {
            // The fields do not matter here.
        }
        return first;
    }

    @Test
    void aGoodPagePasses() throws IOException {
        answer(HELLO);
        assertThat(look(page("/")))
                .isEqualTo(
                        CheckResult.passed(
                                "Remote Web server [10.0.0.1]:tcp:80 succeed on service."));
        assertThat(probe.steps())
                .containsExactly(
                        "GET / of [10.0.0.1]:tcp:80",
                        "status 200, 5 bytes",
                        "HTTP status code success to [10.0.0.1]:tcp:80 url(/)");
    }

    @Test
    void aServerThatKeepsTheConnectionOpenPassesAtOnce() throws IOException {
        serve(
                client -> {
                    hearRequest(client);
                    client.say(HELLO);
                    client.staySilent();
                });
        assertThat(look(page("/")).passed()).isTrue();
    }

    @Test
    void eachPageHasAConnectionOfItsOwn() throws IOException {
        serve(client -> client.say(hearRequest(client).contains("/bad") ? "bad" : HELLO));
        assertThat(look(page("/a"), page("/bad"), page("/c")).reason())
                .contains("(GET /bad)")
                .startsWith("HTTP answer error from server [10.0.0.1]:tcp:80: it closed the");
        assertThat(networks.attempts()).hasSize(2);
    }

    @Test
    void aWrongStatusFails() throws IOException {
        answer("HTTP/1.0 503 Busy\r\n\r\n");
        assertFailed(
                "HTTP status code error to server [10.0.0.1]:tcp:80: 503, and 200-299 is accepted"
                        + " (GET /)",
                page("/"));
    }

    @Test
    void aWrongDigestFails() throws IOException {
        answer(HELLO);
        assertFailed(
                "MD5 digest error to server [10.0.0.1]:tcp:80: 5d41402abc4b2a76b9719d911017c592 of"
                        + " 5 bytes, and 5eb63bbbe01eeed093cb22bb8f5acdc3 is expected (GET /)",
                page("/", Optional.of("5eb63bbbe01eeed093cb22bb8f5acdc3"), Optional.empty()));
    }

    @Test
    void theRightDigestPasses() throws IOException {
        answer(HELLO);
        assertThat(
                        look(page(
                                        "/",
                                        Optional.of("5d41402abc4b2a76b9719d911017c592"),
                                        Optional.of("hello")))
                                .passed())
                .isTrue();
        assertThat(probe.steps().getLast())
                .isEqualTo("Regex match success to [10.0.0.1]:tcp:80 url(/)");
    }

    @Test
    void aMissingTextFails() throws IOException {
        answer(HELLO);
        assertFailed(
                "Regex match failed server [10.0.0.1]:tcp:80: w.rld in 5 bytes (GET /)",
                page("/", Optional.empty(), Optional.of("w.rld")));
    }

    @Test
    void aPageThatStopsShortIsToldAndTestedAsItIs() throws IOException {
        answer("HTTP/1.0 200 OK\r\nContent-Length: 9\r\n\r\nhello");
        assertThat(look(page("/")).passed()).isTrue();
        assertThat(probe.steps()).contains("status 200, 5 bytes, fewer than its header says");
    }

    @Test
    void aServerThatAcceptsAndClosesFails() throws IOException {
        serve(client -> {});
        assertFailed(
                "Read, no data received from server [10.0.0.1]:tcp:80: it closed the connection"
                        + " without a word (GET /)",
                page("/"));
    }

    @Test
    void aServerThatResetsFails() throws IOException {
        serve(
                client -> {
                    hearRequest(client);
                    client.say("HTTP/1.0 200 OK\r\n\r\nhel");
                    client.reset();
                });
        assertThat(look(page("/")).reason())
                .startsWith("Read error from server [10.0.0.1]:tcp:80: ")
                .endsWith(" (GET /)");
    }

    @Test
    void aServerThatNeverAnswersFails() throws IOException {
        serve(Conversation::staySilent);
        assertFailed("Timeout WEB read server [10.0.0.1]:tcp:80: no answer (GET /)", page("/"));
    }

    @Test
    void aServerThatNeverEndsFails() throws IOException {
        serve(
                client -> {
                    hearRequest(client);
                    client.say("HTTP/1.0 200 OK\r\n\r\nhello");
                    client.staySilent();
                });
        assertFailed(
                "Timeout HTTP read server [10.0.0.1]:tcp:80: 5 bytes of the page came (GET /)",
                page("/"));
    }

    @Test
    void aServerThatSendsAndSendsFails() throws IOException {
        serve(
                client -> {
                    hearRequest(client);
                    client.say("HTTP/1.0 200 OK\r\n\r\n");
                    String mebibyte = "x".repeat(1 << 20);
                    for (int i = 0; i < 1024; i++) {
                        client.say(mebibyte);
                    }
                });
        assertFailed(
                "HTTP answer error from server [10.0.0.1]:tcp:80: its page is longer than 16777216"
                        + " bytes, which is all that a check reads (GET /)",
                page("/"));
    }

    @Test
    void aServerThatSpeaksSomethingElseFails() throws IOException {
        answer("\u0000\u00ffnonsense\u0007\r\n\r\n");
        assertThat(look(page("/")).reason())
                .contains("HTTP answer error from server [10.0.0.1]:tcp:80: the answer begins with")
                .contains("which is no HTTP");
    }

    @Test
    void aServerThatRefusesFails() throws IOException {
        networks.host(HOST);
        assertFailed(
                "Connection failed server [10.0.0.1]:tcp:80: connection to [10.0.0.1]:80 refused"
                        + " (GET /)",
                page("/"));
    }

    @Test
    void aServerThatIsGoneFails() throws IOException {
        networks.silence(HOST);
        assertFailed(
                "Timeout connecting server [10.0.0.1]:tcp:80: it did not answer in time (GET /)",
                page("/"));
    }

    @Test
    void aSearchWithoutEndIsOverWithTheTime() throws IOException {
        answer("HTTP/1.0 200 OK\r\n\r\n" + "a".repeat(3000));
        probe = new TestProbe(networks, TARGET, Duration.ofMillis(300));
        assertThat(look(page("/", Optional.empty(), Optional.of("(a*)*(a*)*(a*)*(a*)*b"))).reason())
                .contains("was not done in time");
    }

    private void assertFailed(String reason, Page page) throws IOException {
        assertThat(look(page)).isEqualTo(CheckResult.failed(reason));
    }
}

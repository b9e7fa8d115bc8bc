package org.ninelives.check.http.genhash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.testkit.network.Conversation;
import org.ninelives.testkit.network.FakeNetworks;

/** The tool on servers that do as they are told; what it prints is what keepalived's prints. */
class GenhashTest {

    private static final String HELLO_WORLD = "5eb63bbbe01eeed093cb22bb8f5acdc3";

    private final FakeNetworks networks = new FakeNetworks();
    private final AtomicReference<String> request = new AtomicReference<>("");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String words) {
        return new Genhash(networks)
                .run(
                        words.isEmpty() ? List.of() : List.of(words.split(" ")),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private void serve(String answer) {
        networks.serve(
                "10.0.0.1",
                80,
                client -> {
                    StringBuilder heard = new StringBuilder();
                    for (String line = client.hear(); !line.isEmpty(); line = client.hear()) {
                        heard.append(line).append('\n');
                    }
                    request.set(heard.toString());
                    client.say(answer);
                });
    }

    @Test
    void theDigestIsPrinted() {
        serve("HTTP/1.0 200 OK\r\n\r\nhello world");
        assertThat(run("-s 10.0.0.1 -p 80 -u /x")).isZero();
        assertThat(out).hasToString(HELLO_WORLD + "\n");
        assertThat(err).hasToString("");
        assertThat(request)
                .hasValue("GET /x HTTP/1.0\nUser-Agent: KeepAliveClient\nHost: 10.0.0.1:80\n");
    }

    @Test
    void theAnswerIsShownWhenAsked() {
        serve("HTTP/1.0 200 X\r\nContent-Length: 11\r\n\r\nhello world");
        assertThat(run("-v -s 10.0.0.1 -p 80 -u /x")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).replaceFirst("= \\d+ usecs", "= N usecs"))
                .isEqualTo(
                        """
                        -----------------------[    HTTP Header Buffer    ]-----------------------
                        0000  48 54 54 50 2f 31 2e 30 - 20 32 30 30 20 58 0d 0a   HTTP/1.0 200 X..
                        0016  43 6f 6e 74 65 6e 74 2d - 4c 65 6e 67 74 68 3a 20   Content-Length:\s
                        0032  31 31 0d 0a 0d 0a       -                           11....         \s
                        -----------------------[ HTTP Header Ascii Buffer ]-----------------------
                        HTTP/1.0 200 X\r
                        Content-Length: 11\r
                        \r

                        -----------------------[        HTML Buffer        ]-----------------------
                        0000  68 65 6c 6c 6f 20 77 6f - 72 6c 64                  hello world    \s

                        -----------------------[    HTML hash resulting    ]-----------------------
                        0000  5e b6 3b bb e0 1e ee d0 - 93 cb 22 bb 8f 5a cd c3   ^.;......."..Z..

                        -----------------------[ HTML hash final resulting ]-----------------------
                        5eb63bbbe01eeed093cb22bb8f5acdc3

                        Global response time for [/x] = N usecs
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "-s 10.0.0.1 -p 80 -u / -V web.example -P 1.1",
        "--server 10.0.0.1 --port 80 --url / --use-virtualhost web.example --protocol 1.1",
        "--server=10.0.0.1 --port=80 --url=/ --use-virtualhost=web.example --protocol=1.1",
        "-s10.0.0.1 -p80 -u/ -Vweb.example -P1.1",
        "-P 1.0 -s 10.0.0.1 -p 80 -u / -V web.example -P 1.1"
    })
    void optionsAreTakenInEveryForm(String words) {
        serve("HTTP/1.1 404 No\r\nTransfer-Encoding: chunked\r\n\r\nb\r\nhello world\r\n0\r\n\r\n");
        assertThat(run(words)).isZero();
        assertThat(out).hasToString(HELLO_WORLD + "\n");
        assertThat(request)
                .hasValue(
                        """
                        GET / HTTP/1.1
                        User-Agent: KeepAliveClient
                        Connection: close
                        Host: web.example
                        """);
    }

    @Test
    void theMarkGoesToTheSocket() {
        serve("HTTP/1.0 200 OK\r\n\r\n");
        assertThat(run("-m 4294967295 -s 10.0.0.1 -p 80 -u /")).isZero();
        assertThat(networks.attempts().getFirst().mark()).isEqualTo(4294967295L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                  | option -s is missing",
                "-s 10.0.0.1 -p 80                 | option -u is missing",
                "-s localhost -p 80 -u /           | server should be an IP address, not localhost",
                "-s 10.0.0.1 -p 80000 -u /         | port should be in 1..65535, not 80000",
                "-s 10.0.0.1 -p x -u /             | port should be in 1..65535, not x",
                "-s 10.0.0.1 -p 80 -u / -P 9       | protocol should be 1.0, 1.0c or 1.1, not 9",
                "-s 10.0.0.1 -p 80 -u / -m -1      | fwmark should be in 0..4294967295, not -1",
                "-s 10.0.0.1 -p 80 -u / -t 0       | timeout should be in 1..3600, not 0",
                "-s 10.0.0.1 -p 80 -u              | option -u needs a value",
                "-H md5                            | there is no option -H",
                "--digest                          | there is no option --digest",
                "extra -s 10.0.0.1                 | there is no option extra",
                "-vx                               | there is no option -x"
            })
    void aWrongCommandLineIsTold(String words, String message) {
        assertThat(run(words == null ? "" : words)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("genhash: " + message + "\nusage: genhash ");
        assertThat(out).hasToString("");
    }

    @ParameterizedTest
    @CsvSource({"-h", "--help", "-vh"})
    void helpIsNoMistake(String word) {
        assertThat(run(word)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: genhash ");
    }

    @Test
    void aServerThatRefusesFails() {
        networks.host("10.0.0.1");
        assertFailed("[10.0.0.1]:80: connection to [10.0.0.1]:80 refused");
    }

    @Test
    void aServerThatIsSilentFails() {
        networks.serve("10.0.0.1", 80, Conversation::staySilent);
        assertFailed("[10.0.0.1]:80 did not answer in time");
    }

    @Test
    void aServerThatSaysNothingFails() {
        networks.serve("10.0.0.1", 80, client -> {});
        assertFailed("[10.0.0.1]:80: it closed the connection without a word");
    }

    @Test
    void aServerThatNeverEndsFails() {
        networks.serve(
                "10.0.0.1",
                80,
                client -> {
                    client.say("HTTP/1.0 200 OK\r\n\r\n");
                    while (true) {
                        client.say("x".repeat(1 << 20));
                    }
                });
        assertFailed(
                "[10.0.0.1]:80: its page is longer than 16777216 bytes, which is all that a check"
                        + " reads");
    }

    private void assertFailed(String message) {
        assertThat(run("-s 10.0.0.1 -p 80 -u / -t 60")).isEqualTo(1);
        assertThat(err).hasToString("genhash: " + message + "\n");
        assertThat(networks.open()).isZero();
    }
}

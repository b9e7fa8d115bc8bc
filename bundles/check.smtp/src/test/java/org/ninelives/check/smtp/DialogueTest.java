package org.ninelives.check.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;

/** Dialogues with servers of all kinds. */
class DialogueTest {

    private static final String SERVER = "server [192.0.2.10]:25";

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final List<String> story = new ArrayList<>();

    @Test
    void aServerThatAnswersIsUp() {
        CheckResult result = hold(says("220 hello\r\n", "250 me too\r\n", "221 bye\r\n"));
        assertThat(result)
                .isEqualTo(
                        CheckResult.passed(
                                "Remote SMTP server [192.0.2.10]:25 succeed on service"));
        assertThat(sent.toString(StandardCharsets.US_ASCII))
                .isEqualTo("HELO me.example\r\nQUIT\r\n");
        assertThat(story)
                .containsExactly(
                        "< 220 hello", "> HELO me.example", "< 250 me too", "> QUIT", "< 221 bye");
    }

    @Test
    void repliesMayHaveManyLines() {
        assertThat(
                        hold(says(
                                        "220-hello\r\n220 there\r\n",
                                        "250-a\r\n250-b\r\n250 c\r\n",
                                        "221-good\r\n221 bye\r\n",
                                        "more"))
                                .passed())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 100})
    void repliesMayBeCutAnywhere(int length) {
        String all = "220-hello\r\n220 there\r\n250-a\r\n250 b\r\n221 bye\r\n";
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < all.length(); i += length) {
            pieces.add(all.substring(i, Math.min(all.length(), i + length)));
        }
        assertThat(hold(says(pieces.toArray(new String[0]))).passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 what?\r\n", "so long\r\n"})
    void anyLineWillDoForAFarewell(String farewell) {
        assertThat(hold(says("220 hello\r\n", "250 ok\r\n", farewell)).passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "554 go away, 554 go away",
        "250 wrong way round, 250 wrong way round",
        "HTTP/1.1 400 Bad Request, '\"HTTP/1.1 400 Bad Request\"'"
    })
    void aGreetingSaysThatTheServerIsReady(String line, String said) {
        assertFailed(says(line + "\r\n"), "Bad greeting banner from " + SERVER + ": " + said);
        assertThat(sent.size()).isZero();
    }

    @Test
    void theNameHasToBeTaken() {
        assertFailed(
                says("220 hello\r\n", "550-no\r\n550 never\r\n"),
                "Bad HELO response from " + SERVER + ": 550 no | never");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22", "220-hello\r\n", "220 hello\r\n", "220 a\r\n250 b\r\n"})
    void aConnectionThatEndsEarlyIsAFailure(String said) {
        assertFailed(says(said), "Read failure from " + SERVER + ": it has closed the connection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"220 hel", "220 hello\r\n25", "220 a\r\n250 b\r\n221"})
    void aBreakAtAnyPointIsAFailure(String said) {
        assertFailed(
                says(said).then(new SocketException("Connection reset")),
                "Read failure from " + SERVER + ": Connection reset");
        assertFailed(
                says(said).then(new SocketTimeoutException("late")), "Read timeout from " + SERVER);
    }

    @Test
    void aServerThatTakesNothingIsAFailure() {
        assertThat(hold(says("220 a\r\n"), refusing(new SocketException("Broken pipe"))))
                .isEqualTo(CheckResult.failed("Write failure to " + SERVER + ": Broken pipe"));
        assertThat(hold(says("220 a\r\n"), refusing(new SocketTimeoutException("late"))))
                .isEqualTo(CheckResult.failed("Write timeout to " + SERVER));
    }

    @Test
    void anEndlessGreetingIsAFailure() {
        assertThat(hold(says("220-hello\r\n".repeat(10_000))).reason())
                .isEqualTo(
                        "Bad greeting banner from " + SERVER + ": it is longer than 16384 octets");
    }

    private void assertFailed(Pieces pieces, String reason) {
        assertThat(hold(pieces)).isEqualTo(CheckResult.failed(reason));
    }

    private CheckResult hold(InputStream input) {
        return hold(input, sent);
    }

    private CheckResult hold(InputStream input, OutputStream output) {
        ConnectTarget target = ConnectTarget.of(IpAddress.of("192.0.2.10"), 25);
        return new Dialogue(target, input, output, story::add).hold("me.example");
    }

    private static Pieces says(String... pieces) {
        return new Pieces(pieces);
    }

    private static OutputStream refusing(IOException failure) {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw failure;
            }
        };
    }
}

package org.ninelives.check.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.check.CheckResult;

/** Dialogues with servers of all kinds. */
class SmtpMethodTest {

    private static final String SERVER = "server [192.0.2.10]:25";

    private final FakeProbe probe = new FakeProbe();

    @AfterEach
    void theConnectionIsClosed() {
        assertThat(probe.open()).isZero();
    }

    @Test
    void aServerThatAnswersIsUp() {
        probe.says("220 hello\r\n").says("250 me too\r\n").says("221 bye\r\n");
        assertThat(look())
                .isEqualTo(
                        CheckResult.passed(
                                "Remote SMTP server [192.0.2.10]:25 succeed on service"));
        assertThat(probe.sent()).isEqualTo("HELO me.example\r\nQUIT\r\n");
        assertThat(probe.story())
                .containsExactly(
                        "< 220 hello", "> HELO me.example", "< 250 me too", "> QUIT", "< 221 bye");
    }

    @Test
    void repliesMayHaveManyLines() {
        probe.says("220-hello\r\n220 there\r\n").says("250-a\r\n250-b\r\n250 c\r\n");
        probe.says("221-good\r\n221 bye\r\n").says("more");
        assertThat(look().passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void repliesMayBeCutAnywhere(int length) {
        String all = "220-hello\r\n220 there\r\n250-a\r\n250 b\r\n221 bye\r\n";
        for (int i = 0; i < all.length(); i += length) {
            probe.says(all.substring(i, Math.min(all.length(), i + length)));
        }
        assertThat(look().passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 what?\r\n", "so long\r\n"})
    void anyLineWillDoForAFarewell(String farewell) {
        probe.says("220 hello\r\n").says("250 ok\r\n").says(farewell);
        assertThat(look().passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "554 go away, : 554 go away",
        "250 wrong way round, : 250 wrong way round",
        "HTTP/1.1 400 Bad Request, ': \"HTTP/1.1 400 Bad Request\"'"
    })
    void aGreetingSaysThatTheServerIsReady(String line, String said) {
        probe.says(line + "\r\n");
        assertFailed("Bad greeting banner from " + SERVER + said);
        assertThat(probe.sent()).isEmpty();
    }

    @Test
    void theNameHasToBeTaken() {
        probe.says("220 hello\r\n").says("550-no\r\n550 never\r\n");
        assertFailed("Bad HELO response from " + SERVER + ": 550 no | never");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "22", "220-hello\r\n", "220 hello\r\n", "220 a\r\n250 b\r\n"})
    void aConnectionThatEndsEarlyIsAFailure(String said) {
        probe.says(said);
        assertFailed("Read failure from " + SERVER + ": it has closed the connection");
    }

    @Test
    void aResetIsAFailure() {
        probe.says("220 hel").thenFails(new SocketException("Connection reset"));
        assertFailed("Read failure from " + SERVER + ": Connection reset");
    }

    @Test
    void silenceIsAFailure() {
        probe.says("220 hel").thenFails(new SocketTimeoutException("too late"));
        assertFailed("Read timeout from " + SERVER);
    }

    @Test
    void aServerThatListensToNothingIsAFailure() {
        probe.says("220 hello\r\n").takesNothing(new SocketException("Broken pipe"));
        assertFailed("Write failure to " + SERVER + ": Broken pipe");
    }

    @Test
    void aWriteThatTakesTooLongIsAFailure() {
        probe.says("220 hello\r\n").takesNothing(new SocketTimeoutException("too late"));
        assertFailed("Write timeout to " + SERVER);
    }

    @Test
    void endlessGreetingsAreAFailure() {
        probe.says("220-hello\r\n".repeat(10_000));
        assertThat(look().reason())
                .startsWith("Bad greeting banner from " + SERVER + ": it is longer than");
    }

    @Test
    void whoRefusesIsDown() {
        probe.refuses(new ConnectException("Connection refused"));
        assertFailed("Could not connect to " + SERVER + ": Connection refused");
    }

    @Test
    void whoDoesNotAcceptIsDown() {
        IOException late = new SocketTimeoutException("too late");
        probe.refuses(late);
        assertFailed("Connection timeout to " + SERVER);
    }

    private CheckResult look() {
        return new SmtpMethod("me.example").run(probe);
    }

    private void assertFailed(String reason) {
        assertThat(look()).isEqualTo(CheckResult.failed(reason));
    }
}

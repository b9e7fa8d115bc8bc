package org.ninelives.check.http.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Status first, then digest, then regex. */
class JudgeTest {

    private static final String HELLO_WORLD = "5eb63bbbe01eeed093cb22bb8f5acdc3";

    private static Expectation expectation(Optional<String> digest, Optional<String> regex) {
        return new Expectation(
                StatusCodes.of(
                        List.of(new StatusCodes.Range(200, 204), new StatusCodes.Range(404, 404))),
                digest,
                regex.map(
                        text ->
                                new BodyPattern(
                                        new BodyPattern.Words(
                                                text, Set.of(), false, 0, Integer.MAX_VALUE))));
    }

    private static Optional<Fault> judge(Expectation expectation, int status, String body)
            throws BadAnswerException {
        Judge judge = new Judge(expectation);
        byte[] bytes = ("--" + body).getBytes(StandardCharsets.UTF_8);
        int half = body.length() / 2;
        judge.status(status);
        judge.body(bytes, 2, half);
        judge.body(bytes, 2 + half, bytes.length - 2 - half);
        return judge.fault(status, () -> false);
    }

    @Test
    void theStatusAloneMayDecide() throws BadAnswerException {
        Expectation expectation = expectation(Optional.empty(), Optional.empty());
        assertThat(judge(expectation, 404, "")).isEmpty();
        assertThat(judge(expectation, 204, "")).isEmpty();
        assertThat(judge(expectation, 205, ""))
                .contains(new Fault(Fault.Kind.STATUS, "205, and 200-204 404 is accepted"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>400 The plain HTTP request was sent to HTTPS port</title>",
                "Reason: You're speaking plain HTTP to an SSL-enabled server port.<br />",
                "Bad Request\nThis combination of host and port requires TLS.\n",
                "Client sent an HTTP request to an HTTPS server.\n"
            })
    void aPageThatSaysThatItsPortIsOneOfTlsIsUnderstood(String page) throws BadAnswerException {
        for (Optional<String> regex : List.of(Optional.<String>empty(), Optional.of("x"))) {
            Expectation expectation = expectation(Optional.empty(), regex);
            assertThat(judge(expectation, 400, "<html>" + page))
                    .contains(
                            new Fault(
                                    Fault.Kind.STATUS,
                                    "400, and 200-204 404 is accepted; the server speaks TLS on"
                                            + " this port, which SSL_GET is for"));
            assertThat(judge(expectation, 400, " ".repeat(2000) + "https is better"))
                    .contains(new Fault(Fault.Kind.STATUS, "400, and 200-204 404 is accepted"));
            assertThat(judge(expectation, 403, page))
                    .contains(new Fault(Fault.Kind.STATUS, "403, and 200-204 404 is accepted"));
        }
    }

    @Test
    void theDigestIsThatOfAllPieces() throws BadAnswerException {
        Expectation expectation = expectation(Optional.of(HELLO_WORLD), Optional.empty());
        assertThat(judge(expectation, 200, "hello world")).isEmpty();
        assertThat(judge(expectation, 200, "hello"))
                .contains(
                        new Fault(
                                Fault.Kind.DIGEST,
                                "5d41402abc4b2a76b9719d911017c592 of 5 bytes, and "
                                        + HELLO_WORLD
                                        + " is expected"));
    }

    @Test
    void theRegexComesLast() throws BadAnswerException {
        Expectation expectation = expectation(Optional.of(HELLO_WORLD), Optional.of("w.rld"));
        assertThat(judge(expectation, 200, "hello world")).isEmpty();
        assertThat(judge(expectation, 500, "nothing").orElseThrow().kind())
                .isEqualTo(Fault.Kind.STATUS);
        assertThat(judge(expectation, 200, "nothing").orElseThrow().kind())
                .isEqualTo(Fault.Kind.DIGEST);
        assertThat(judge(expectation(Optional.empty(), Optional.of("w.rld")), 200, "hell"))
                .contains(new Fault(Fault.Kind.PATTERN, "w.rld in 4 bytes"));
    }

    @Test
    void aSearchThatIsGivenUpIsAFault() throws BadAnswerException {
        Judge judge = new Judge(expectation(Optional.empty(), Optional.of("(a*)*(a*)*(a*)*b")));
        byte[] body = "a".repeat(5000).getBytes(StandardCharsets.UTF_8);
        judge.body(body, 0, body.length);
        assertThat(judge.fault(200, () -> true).orElseThrow().detail())
                .isEqualTo("(a*)*(a*)*(a*)*b was not done in time; simplify it");
    }

    @Test
    void pagesAreBounded() throws BadAnswerException {
        Judge judge = new Judge(expectation(Optional.empty(), Optional.empty()));
        byte[] piece = new byte[Judge.BODY_BYTES_MAX];
        judge.body(piece, 0, piece.length);
        assertThatThrownBy(() -> judge.body(piece, 0, 1))
                .hasMessage(
                        "its page is longer than 16777216 bytes, which is all that a check reads");
    }

    @Test
    void whatARegexIsLookedForInIsBoundedMoreTightly() {
        Judge judge = new Judge(expectation(Optional.empty(), Optional.of("x")));
        byte[] piece = new byte[Judge.SEARCHED_BYTES_MAX + 1];
        assertThatThrownBy(() -> judge.body(piece, 0, piece.length))
                .hasMessageEndingWith("all that a check looks for a regex in");
    }
}

package org.ninelives.check.http.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of web servers, in one piece and byte by byte. */
class ResponseParserTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    /**
     * What is known when all has been fed.
     *
     * @param complete before the connection was closed
     */
    private record Outcome(int status, String body, boolean complete) {}

    private static Outcome read(String answer) throws BadAnswerException {
        return read(answer, false);
    }

    private static Outcome read(String answer, boolean toHead) throws BadAnswerException {
        byte[] bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
        Outcome inOnePiece = read(bytes, Math.max(bytes.length, 1), toHead);
        assertThat(read(bytes, 1, toHead)).isEqualTo(inOnePiece);
        return inOnePiece;
    }

    private static Outcome read(byte[] bytes, int piece, boolean toHead) throws BadAnswerException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ResponseParser parser = new ResponseParser(toHead, body::write);
        for (int at = 0; at < bytes.length && !parser.isComplete(); at += piece) {
            parser.feed(bytes, at, Math.min(piece, bytes.length - at));
        }
        boolean complete = parser.isComplete();
        if (!complete) {
            parser.end();
        }
        return new Outcome(parser.status(), body.toString(StandardCharsets.ISO_8859_1), complete);
    }

    @Test
    void aBodyOfKnownLengthEndsBeforeTheConnectionDoes() throws BadAnswerException {
        assertThat(read(OK + "Content-Length: 5\r\n\r\nhello")).isEqualTo(whole(200, "hello"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: 5",
                "CONTENT-LENGTH:5",
                "Content-Length :  5 ",
                "Content-Length: 5\r\nContent-Length: 5",
                "Content-Length: 5, 5",
                "X: y\r\nContent-Length:\r\n\t5"
            })
    void theLengthIsFoundHoweverItIsWritten(String field) throws BadAnswerException {
        assertThat(read(OK + field + "\r\n\r\nhello, and more")).isEqualTo(whole(200, "hello"));
    }

    @Test
    void linesMayEndWithoutCarriageReturn() throws BadAnswerException {
        assertThat(read("HTTP/1.0 404 Not Found\nContent-Length: 2\n\nno"))
                .isEqualTo(whole(404, "no"));
    }

    @Test
    void withoutLengthTheBodyEndsWithTheConnection() throws BadAnswerException {
        assertThat(read("HTTP/1.0 200 OK\r\n\r\nhello"))
                .isEqualTo(new Outcome(200, "hello", false));
    }

    @Test
    void aShortBodyIsKnownAsShort() throws BadAnswerException {
        assertThat(read(OK + "Content-Length: 9\r\n\r\nhello"))
                .isEqualTo(new Outcome(200, "hello", false));
    }

    @ParameterizedTest
    @CsvSource({"204, false", "304, false", "200, true"})
    void someAnswersHaveNoBodyWhateverTheySay(int status, boolean toHead)
            throws BadAnswerException {
        assertThat(read("HTTP/1.1 " + status + " x\r\nContent-Length: 5\r\n\r\n", toHead))
                .isEqualTo(whole(status, ""));
    }

    @Test
    void interimAnswersArePassedOver() throws BadAnswerException {
        assertThat(
                        read(
                                "HTTP/1.1 100 Continue\r\n\r\n"
                                        + "HTTP/1.1 103 Early Hints\r\n"
                                        + "Link: /x\r\n\r\n"
                                        + OK
                                        + "Content-Length: 2\r\n\r\nhi"))
                .isEqualTo(whole(200, "hi"));
    }

    @Test
    void switchingProtocolsIsFinal() throws BadAnswerException {
        assertThat(read("HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\n\r\n"))
                .isEqualTo(whole(101, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200", "HTTP/1.1  200 OK", "HTTP/1.0 200 ", "ICY 200 OK"})
    void statusLinesOfOddServersAreTaken(String line) throws BadAnswerException {
        assertThat(read(line + "\r\nContent-Length: 0\r\n\r\n")).isEqualTo(whole(200, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\r\nhello\r\n0\r\n\r\n",
                "5;name=\"value\"\r\nhello\r\n0\r\n\r\n",
                "2\r\nhe\r\n3 \r\nllo\r\n000\r\n\r\n",
                "5\nhello\n0\n\n",
                "00005\r\nhello\r\n0;x\r\nTrailer: yes\r\nOther: no\r\n\r\n",
                "5\r\nhello\r\n0\r\n\r\nHTTP/1.1 500 of another request"
            })
    void chunksAreDecoded(String chunks) throws BadAnswerException {
        assertThat(read(OK + "Transfer-Encoding: Chunked\r\n\r\n" + chunks))
                .isEqualTo(whole(200, "hello"));
    }

    @Test
    void chunksCountMoreThanALength() throws BadAnswerException {
        assertThat(
                        read(
                                OK
                                        + "Content-Length: 3\r\n"
                                        + "Transfer-Encoding: gzip, chunked\r\n\r\n"
                                        + "5\r\n"
                                        + "hello\r\n"
                                        + "0\r\n\r\n"))
                .isEqualTo(whole(200, "hello"));
    }

    @Test
    void anotherTransferCodingLastsUntilTheEndOfTheConnection() throws BadAnswerException {
        assertThat(read(OK + "Transfer-Encoding: gzip\r\n\r\nhello"))
                .isEqualTo(new Outcome(200, "hello", false));
    }

    @Test
    void chunksThatStopAreKnownAsShort() throws BadAnswerException {
        assertThat(read(OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"))
                .isEqualTo(new Outcome(200, "hello", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SSH-2.0-OpenSSH_9.2||begins with 'SSH-2.0-OpenSSH_9.2', which is no HTTP",
                "HTTP/1.1 20 OK||begins with 'HTTP/1.1 20 OK', which is no HTTP",
                "HTTP/1.1 2000 OK||begins with 'HTTP/1.1 2000 OK', which is no HTTP",
                "HTTP/1.1 200 OK|Content-Length: -1|'-1' is not a number of bytes",
                "HTTP/1.1 200 OK|Content-Length: five|'five' is not a number of bytes",
                "HTTP/1.1 200 OK|Content-Length: 5, 6|'5, 6' is not a number of bytes",
                "HTTP/1.1 200 OK|Content-Length: 9999999999999999999|is not a number of bytes"
            })
    void whatIsNoAnswerIsQuoted(String line, String field, String reason) {
        String header = line + "\r\n" + (field == null ? "" : field + "\r\n") + "\r\n";
        assertThatThrownBy(() -> read(header)).hasMessageContaining(reason);
    }

    @Test
    void controlCharactersOfServersDoNotReachTheLog() {
        assertThatThrownBy(() -> read("\u0016\u0003\u0001\u001b[31m\u00ff\r\n\r\n"))
                .hasMessage("the answer begins with '????[31m?', which is no HTTP");
    }

    @Test
    void ofALongLineTheBeginningIsQuoted() {
        assertThatThrownBy(() -> read("x".repeat(500) + "\r\n\r\n"))
                .hasMessage("the answer begins with '" + "x".repeat(60) + "…', which is no HTTP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|without a size",
                "|without a size",
                "fffffffff|beyond all bounds",
                "2,hello|longer than its size says"
            })
    void brokenChunksAreTold(String chunks, String reason) {
        String lines = chunks == null ? "" : chunks.replace(",", "\r\n");
        assertThatThrownBy(() -> read(OK + "Transfer-Encoding: chunked\r\n\r\n" + lines + "\r\n"))
                .hasMessageContaining(reason);
    }

    @Test
    void extensionsOfChunksAreBounded() {
        assertThatThrownBy(
                        () ->
                                read(
                                        OK
                                                + "Transfer-Encoding: chunked\r\n\r\n1;"
                                                + "x".repeat(70_000)))
                .hasMessageContaining("more extensions than content");
    }

    @Test
    void headersAreBounded() {
        assertThatThrownBy(() -> read(OK + "X: " + "x".repeat(ResponseParser.HEADER_BYTES_MAX)))
                .hasMessage("the header of its answer is longer than 65536 bytes");
    }

    @Test
    void interimAnswersAreBoundedAllTogether() {
        assertThatThrownBy(() -> read("HTTP/1.1 100 Continue\r\n\r\n".repeat(3000)))
                .hasMessage("the header of its answer is longer than 65536 bytes");
    }

    @Test
    void silenceIsNoAnswer() {
        assertThatThrownBy(() -> read("")).hasMessage("it closed the connection without a word");
    }

    @Test
    void halfAHeaderIsNoAnswer() {
        assertThatThrownBy(() -> read(OK + "Content-"))
                .hasMessage("it closed the connection within the header of its answer");
    }

    @Test
    void aBodyMayHaveAnyNumberOfChunks() throws BadAnswerException {
        String chunks = "5\r\nhello\r\n".repeat(100_000) + "0\r\n\r\n";
        assertThat(read(OK + "Transfer-Encoding: chunked\r\n\r\n" + chunks))
                .isEqualTo(whole(200, "hello".repeat(100_000)));
    }

    /** Known at once: many who speak TLS wait for the client to close the connection. */
    @Test
    void anAlertOfTlsIsNoAnswer() {
        ResponseParser parser = new ResponseParser(false, (bytes, offset, length) -> {});
        assertThatThrownBy(() -> parser.feed(new byte[] {0, 21, 3, 3, 0, 2, 2, 70}, 1, 1))
                .hasMessage(
                        "it answers with an alert: the server speaks TLS on this port, which"
                                + " SSL_GET is for");
    }

    @Test
    void theHeaderStaysAsItCame() throws BadAnswerException {
        String header = OK + "X: y\r\n\r\n";
        ResponseParser parser = new ResponseParser(false, (bytes, offset, length) -> {});
        byte[] bytes =
                ("HTTP/1.1 100 C\r\n\r\n" + header + "body").getBytes(StandardCharsets.UTF_8);
        parser.feed(bytes, 0, bytes.length);
        assertThat(new String(parser.header(), StandardCharsets.UTF_8)).isEqualTo(header);
    }

    private static Outcome whole(int status, String body) {
        return new Outcome(status, body, true);
    }
}

package org.ninelives.check.dns.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/** Answers of name servers, as dnsjava writes them. */
class AnswerTest {

    private static final int ID = 0x1234;

    private static Optional<Answer> parse(byte[] bytes) {
        return Answer.parse(bytes, bytes.length, ID);
    }

    private static byte[] answer(int code, int... flags) {
        Header header = new Header(ID);
        Arrays.stream(flags).forEach(header::setFlag);
        header.setRcode(code);
        Message message = new Message();
        message.setHeader(header);
        return message.toWire();
    }

    @Test
    void anAnswerWithRecords() {
        byte[] bytes =
                HexFormat.of()
                        .parseHex(
                                "123481800001000100000000076578616d706c65036f72670000010001"
                                        + "c00c00010001000000050004c0000201");
        assertThat(parse(bytes)).contains(new Answer(false, 0, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theCodeHasTheNameOfTheRegistry(int code) {
        Answer answer = parse(answer(code, Flags.QR)).orElseThrow();
        assertThat(answer.isSuccess()).isEqualTo(code == 0);
        assertThat(answer.codeName()).isEqualTo(Rcode.string(code));
    }

    @Test
    void aCodeWithoutANameIsANumber() {
        assertThat(parse(answer(15, Flags.QR)).orElseThrow().codeName()).isEqualTo("RCODE15");
    }

    @Test
    void whatDoesNotFitIsMarked() {
        assertThat(parse(answer(0, Flags.QR, Flags.TC))).contains(new Answer(true, 0, 0));
    }

    @Test
    void aQuestionIsNoAnswer() {
        assertThat(parse(answer(0))).isEmpty();
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() {
        byte[] bytes = answer(0, Flags.QR);
        assertThat(Answer.parse(bytes, bytes.length, ID + 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11})
    void aPieceOfAHeaderIsNone(int length) {
        assertThat(Answer.parse(answer(0, Flags.QR), length, ID)).isEmpty();
    }
}

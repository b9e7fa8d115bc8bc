package org.ninelives.check.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies as servers send them. */
class ReplyParserTest {

    @Test
    void aLineIsAReply() throws MalformedReplyException {
        assertThat(parse("220 mx.example.org ESMTP\r\n"))
                .containsExactly(new Reply("220", List.of("mx.example.org ESMTP")));
    }

    @Test
    void linesWithAHyphenGoOn() throws MalformedReplyException {
        assertThat(parse("250-mx.example.org\r\n250-PIPELINING\r\n250 HELP\r\n"))
                .containsExactly(new Reply("250", List.of("mx.example.org", "PIPELINING", "HELP")));
    }

    @Test
    void oneReplyFollowsAnother() throws MalformedReplyException {
        assertThat(parse("220-a\r\n220 b\r\n250 c\r\n221 d\r\n"))
                .extracting(Reply::toString)
                .containsExactly("220 a | b", "250 c", "221 d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"250\r\n", "250 \r\n", "250\n"})
    void theTextAndTheCarriageReturnMayBeMissing(String line) throws MalformedReplyException {
        assertThat(parse(line)).containsExactly(new Reply("250", List.of("")));
    }

    @Test
    void whatIsNoReplyYetIsWaitedFor() throws MalformedReplyException {
        assertThat(parse("220-a\r\n220 b\r")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "22\r\n",
                "hello\r\n",
                "SSH-2.0-OpenSSH_9.2\r\n",
                "2200 a\r\n",
                "220x\r\n",
                "22\u0662 a\r\n",
                " 220 a\r\n",
                "250-a\r\n251 b\r\n"
            })
    void anythingElseIsMalformed(String lines) {
        assertThatThrownBy(() -> parse(lines)).isInstanceOf(MalformedReplyException.class);
    }

    @Test
    void aReplyHasAnEnd() {
        assertThatThrownBy(() -> parse("220-more\r\n".repeat(2000)))
                .isInstanceOf(MalformedReplyException.class)
                .hasMessageContaining("16384 octets");
        assertThatThrownBy(() -> parse("2".repeat(20_000)))
                .isInstanceOf(MalformedReplyException.class);
    }

    @Test
    void manyRepliesMayBeLongerTogether() throws MalformedReplyException {
        assertThat(parse("250 ok\r\n".repeat(4000))).hasSize(4000);
    }

    @Test
    void whatCannotBePrintedIsNotHandedOn() throws MalformedReplyException {
        assertThat(parse("554 \u0007no\u001b[31m \u00ff\r\n"))
                .extracting(Reply::toString)
                .containsExactly("554 ?no?[31m ?");
    }

    @Test
    void aLongTextIsCutForPeople() throws MalformedReplyException {
        assertThat(parse("554 " + "x".repeat(5000) + "\r\n").getFirst().toString()).hasSize(203);
    }

    private static List<Reply> parse(String octets) throws MalformedReplyException {
        ReplyParser parser = new ReplyParser();
        List<Reply> replies = new ArrayList<>();
        for (byte octet : octets.getBytes(StandardCharsets.ISO_8859_1)) {
            parser.take(octet & 0xff).ifPresent(replies::add);
        }
        return replies;
    }
}

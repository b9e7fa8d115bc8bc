package org.ninelives.linux.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EchoMessageTest {

    private static final int IPV4_HEADER = 20;

    private final EchoMessage message = new EchoMessage(0xabcd, 7, 0x0123_4567_89ab_cdefL);

    @Test
    void aQuestionOverIpv4HasItsChecksum() {
        ByteBuffer bytes = ByteBuffer.allocate(EchoMessage.LENGTH);
        message.write(IcmpFamily.IPV4, bytes);
        // 0800 + abcd + 0007 + 0123 + 4567 + 89ab + cdef = 251f8; 51f8 + 2 = 51fa; its complement.
        assertThat(HexFormat.of().formatHex(bytes.array()))
                .isEqualTo("0800" + "ae05" + "abcd" + "0007" + "0123456789abcdef");
    }

    @Test
    void theKernelWritesTheChecksumOverIpv6() {
        ByteBuffer bytes = ByteBuffer.allocate(EchoMessage.LENGTH);
        message.write(IcmpFamily.IPV6, bytes);
        assertThat(HexFormat.of().formatHex(bytes.array()))
                .isEqualTo("8000" + "0000" + "abcd" + "0007" + "0123456789abcdef");
    }

    @ParameterizedTest
    @EnumSource
    void theAnswerIsKnown(IcmpFamily family) {
        assertThat(message.isAnsweredBy(family, answer(family))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0, another type, as of a question heard on loopback",
        "1, another code",
        "4, another identifier",
        "5, another identifier",
        "6, another sequence",
        "7, another sequence",
        "8, another cookie",
        "15, another cookie"
    })
    void anAnswerToAnotherQuestionIsNone(int changed, String as) {
        for (IcmpFamily family : IcmpFamily.values()) {
            ByteBuffer answer = answer(family);
            int at = answer.limit() - EchoMessage.LENGTH + changed;
            answer.put(at, (byte) (answer.get(at) + 1));
            assertThat(message.isAnsweredBy(family, answer)).as(as).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPacketOfAnyLengthThatIsTooShortIsNone(IcmpFamily family) {
        ByteBuffer answer = answer(family);
        while (answer.limit() > 0) {
            answer.limit(answer.limit() - 1);
            assertThat(message.isAnsweredBy(family, answer)).isFalse();
        }
    }

    @Test
    void anIpv4HeaderWithOptionsIsPassedOver() {
        ByteBuffer answer = answer(IcmpFamily.IPV4);
        ByteBuffer longer = ByteBuffer.allocate(answer.limit() + 40);
        longer.put(60, answer, IPV4_HEADER, EchoMessage.LENGTH).put(0, (byte) 0x4f);
        assertThat(message.isAnsweredBy(IcmpFamily.IPV4, longer)).isTrue();
        longer.put(0, (byte) 0x4e);
        assertThat(message.isAnsweredBy(IcmpFamily.IPV4, longer)).isFalse();
    }

    /** As a raw socket hands it over. */
    private ByteBuffer answer(IcmpFamily family) {
        int header = family == IcmpFamily.IPV4 ? IPV4_HEADER : 0;
        ByteBuffer bytes = ByteBuffer.allocate(header + EchoMessage.LENGTH);
        message.write(family, bytes.slice(header, EchoMessage.LENGTH));
        bytes.put(header, (byte) family.reply());
        return header == 0 ? bytes : bytes.put(0, (byte) 0x45);
    }
}

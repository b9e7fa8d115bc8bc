package org.ninelives.check.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HexPatternTest {

    private static boolean matches(String pattern, String reply) {
        return HexPattern.of(pattern).matches(ByteBuffer.wrap(HexFormat.of().parseHex(reply)));
    }

    @ParameterizedTest
    @CsvSource({
        "6f6b, 6f6b, true",
        "6F 6B, 6f6b0d0a, true",
        "6f6b, 6f6c, false",
        "ff80, ff80, true",
        "xxxx, 0180, true",
        "6x6b, 6f6b, true",
        "6x6b, 7f6b, false",
        "x1x2, f1f2, true",
        "x1x2, f2f1, false",
        "6f6b, 6f, true",
        "6f6b, 6e, false",
        "6f6b, '', true"
    })
    void aReplyMatchesByItsFirstBytes(String pattern, String reply, boolean expected) {
        assertThat(matches(pattern, reply)).isEqualTo(expected);
    }

    @Test
    void everyReplyMatchesAny() {
        assertThat(HexPattern.ANY.matches(ByteBuffer.wrap(new byte[] {1}))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0g, only hexadecimal digits and x are allowed",
        "0x6f6, each byte needs two",
        "abc, each byte needs two",
        "'\"6f\"', only hexadecimal digits and x are allowed"
    })
    void otherTextIsRefusedWithAReason(String text, String reason) {
        assertThatThrownBy(() -> HexPattern.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text)
                .hasMessageContaining(reason);
    }
}

package org.ninelives.linux.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailTest {

    @ParameterizedTest
    @CsvSource({
        "'',''",
        "ab,ab",
        "abcd,abcd",
        "abcde,bcde",
        "ab cd e,bcde",
        "abc defghijkl m,jklm",
        "abcdefghijklm,jklm"
    })
    void theLastFourBytesAreLeft(String pieces, String left) {
        Tail tail = new Tail(4);
        for (String piece : pieces.split(" ", -1)) {
            byte[] bytes = piece.getBytes(StandardCharsets.US_ASCII);
            tail.add(ByteBuffer.wrap(bytes), bytes.length);
        }
        assertThat(new String(tail.bytes(), StandardCharsets.US_ASCII)).isEqualTo(left);
    }
}

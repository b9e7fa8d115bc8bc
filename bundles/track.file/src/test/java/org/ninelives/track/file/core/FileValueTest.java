package org.ninelives.track.file.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the text in a file means. */
class FileValueTest {

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "-5, -5",
        "+5, 5",
        "0, 0",
        "-0, 0",
        "'  7\n', 7",
        "'\t\r\n 7 \n', 7",
        "'7\n8\n', 7",
        "7up, 7",
        "7.9, 7",
        "0x1F, 31",
        "-0xf, -15",
        "010, 8",
        "08, 0",
        "0x, 0",
        "2147483647, 2147483647",
        "-2147483648, -2147483648",
        "0000000000000000000000000000007, 7",
        "0x0000000000000000000000000000007, 7"
    })
    void aNumberIsReadAsStrtolReadsIt(String text, int value) {
        assertThat(read(text)).isEqualTo(new FileValue(value, Integer.toString(value)));
    }

    @ParameterizedTest
    @CsvSource({
        "2147483648, 2147483647",
        "-2147483649, -2147483648",
        "99999999999999999999999999, 2147483647",
        "-99999999999999999999999999, -2147483648",
        "0xffffffffffffffffffffff, 2147483647"
    })
    void whatIsTooLargeIsTheNearest(String text, int value) {
        assertThat(read(text))
                .isEqualTo(new FileValue(value, value + ", as its number is beyond that"));
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", "'\n'"})
    void anEmptyFileIsZero(String text) {
        assertThat(read(text)).isEqualTo(new FileValue(0, "0, as it is empty"));
    }

    @ParameterizedTest
    @CsvSource({"up", "-", "+-5", "- 5", "--5", "x10", "١"})
    void whatIsNoNumberIsZero(String text) {
        assertThat(read(text)).isEqualTo(new FileValue(0, "0, as it holds no number"));
    }

    @Test
    void aFileThatIsNotThereIsZero() {
        assertThat(FileValue.of(Optional.empty()))
                .isEqualTo(new FileValue(0, "0, as there is no readable file"));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void anyBytesAreReadWithoutFail(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        byte[] alphabet = "0123456789abcdefxX+- \n\0\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        int numbers = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(FileValue.BYTES_MAX + 1)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = alphabet[random.nextInt(alphabet.length)];
            }
            numbers += FileValue.of(Optional.of(bytes)).value() == 0 ? 0 : 1;
        }
        // Both must happen, or the generator would prove nothing.
        assertThat(numbers).isBetween(1_000, 19_000);
    }

    private static FileValue read(String text) {
        return FileValue.of(Optional.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}

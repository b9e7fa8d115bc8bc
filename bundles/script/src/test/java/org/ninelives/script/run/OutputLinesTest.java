package org.ninelives.script.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutputLinesTest {

    private static List<String> last(String text) {
        return OutputLines.last(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theLastFiveLinesAreTold() {
        assertThat(last("1\n2\r\n\n3\n  \n4\n5\n6")).containsExactly("2", "3", "4", "5", "6");
        assertThat(last("")).isEmpty();
    }

    @Test
    void controlCharactersDoNotReachTheLog() {
        assertThat(last("\u001b[31mred\u001b[0m\tpipe\u0000s"))
                .containsExactly("[31mred [0m pipe s");
    }

    @Test
    void aLongLineKeepsItsBeginning() {
        assertThat(last("x".repeat(300))).containsExactly("x".repeat(200) + "…");
    }

    @Test
    void bytesThatAreNoTextAreReplaced() {
        assertThat(OutputLines.last(new byte[] {'a', (byte) 0xC3})).containsExactly("a\uFFFD");
    }
}

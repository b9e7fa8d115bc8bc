package org.ninelives.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoggedStreamTest {

    private final List<String> lines = new ArrayList<>();
    private final PrintStream stream = LoggedStream.of(lines::add);

    @Test
    void eachLineIsLoggedWhenItEnds() {
        stream.print("one");
        assertThat(lines).isEmpty();
        stream.println(" ä");
        stream.println();
        stream.println("two");

        assertThat(lines).containsExactly("one ä", "two");
    }

    @Test
    void aLineWithoutEndIsCutIntoPieces() {
        stream.print("x".repeat(10_000));

        assertThat(lines).hasSize(2).allMatch(line -> line.length() == 4096);
    }
}

package org.ninelives.check.http.core;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.fuzz.Corpus;
import org.ninelives.testkit.fuzz.Fuzzing;

/** Nothing a server says throws, or means another thing when it comes in other pieces. */
class AnswerFuzzTest {

    private static final int DAMAGED = 50_000;

    @Test
    void everyAnswerLeadsToAVerdict() {
        Fuzzing.run(
                Corpus.read(Path.of("src/test/fuzz/AnswerFuzzer.hex")),
                DAMAGED,
                AnswerFuzzer::fuzzerTestOneInput);
    }
}

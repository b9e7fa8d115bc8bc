package org.ninelives.check.smtp;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.fuzz.Corpus;
import org.ninelives.testkit.fuzz.Fuzzing;

/** Nothing a server says throws, or stays without a result. */
class SmtpAnswerFuzzTest {

    private static final int DAMAGED = 20_000;

    @Test
    void everyAnswerLeadsToAResult() {
        Fuzzing.run(
                Corpus.read(Path.of("src/test/fuzz/SmtpAnswerFuzzer.hex")),
                DAMAGED,
                SmtpAnswerFuzzer::fuzzerTestOneInput);
    }
}

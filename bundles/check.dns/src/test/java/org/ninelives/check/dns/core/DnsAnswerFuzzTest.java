package org.ninelives.check.dns.core;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.fuzz.Corpus;
import org.ninelives.testkit.fuzz.Fuzzing;

/** Nothing a name server says throws. */
class DnsAnswerFuzzTest {

    private static final int DAMAGED = 50_000;

    @Test
    void everyDatagramIsAnAnswerOrNone() {
        Fuzzing.run(
                Corpus.read(Path.of("src/test/fuzz/DnsAnswerFuzzer.hex")),
                DAMAGED,
                DnsAnswerFuzzer::fuzzerTestOneInput);
    }
}

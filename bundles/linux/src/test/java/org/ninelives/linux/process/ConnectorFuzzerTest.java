package org.ninelives.linux.process;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.fuzz.Corpus;
import org.ninelives.testkit.fuzz.Fuzzing;

/** Whatever is delivered is read or refused. */
class ConnectorFuzzerTest {

    private static final Path CORPUS = Path.of("src/test/fuzz/ConnectorFuzzer.hex");
    private static final int DAMAGED = 50_000;

    @Test
    void inputs() {
        Fuzzing.run(Corpus.read(CORPUS), DAMAGED, ConnectorFuzzer::fuzzerTestOneInput);
    }
}

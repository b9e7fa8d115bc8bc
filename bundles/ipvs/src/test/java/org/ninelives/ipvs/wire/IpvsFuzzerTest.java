package org.ninelives.ipvs.wire;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.fuzz.Corpus;
import org.ninelives.testkit.fuzz.Fuzzing;

/** Whatever the kernel answers is read or refused. */
class IpvsFuzzerTest {

    private static final Path CORPUS = Path.of("src/test/fuzz/IpvsFuzzer.hex");
    private static final int DAMAGED = 50_000;

    @Test
    void answers() {
        Fuzzing.run(Corpus.read(CORPUS), DAMAGED, IpvsFuzzer::fuzzerTestOneInput);
    }
}

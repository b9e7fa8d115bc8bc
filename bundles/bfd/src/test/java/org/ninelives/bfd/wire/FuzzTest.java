package org.ninelives.bfd.wire;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.fuzz.Corpus;
import org.ninelives.testkit.fuzz.Fuzzing;

/** Whatever comes from the network is read or refused, and no session stumbles over it. */
class FuzzTest {

    private static final int DAMAGED = 100_000;

    @Test
    void controlPackets() {
        Fuzzing.run(
                Corpus.read(Path.of("src/test/fuzz/BfdFuzzer.hex")),
                DAMAGED,
                BfdFuzzer::fuzzerTestOneInput);
    }
}

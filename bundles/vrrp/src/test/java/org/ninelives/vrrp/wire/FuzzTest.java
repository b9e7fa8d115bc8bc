package org.ninelives.vrrp.wire;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.fuzz.Corpus;
import org.ninelives.testkit.fuzz.Fuzzing;

/** Whatever comes from the network is answered, and accepted only if it is right. */
class FuzzTest {

    private static final Path FOLDER = Path.of("src/test/fuzz");
    private static final int DAMAGED = 50_000;

    @Test
    void adverts() {
        Fuzzing.run(
                Corpus.read(FOLDER.resolve("AdvertFuzzer.hex")),
                DAMAGED,
                AdvertFuzzer::fuzzerTestOneInput);
    }

    @Test
    void neighbours() {
        Fuzzing.run(
                Corpus.read(FOLDER.resolve("NeighbourFuzzer.hex")),
                DAMAGED,
                NeighbourFuzzer::fuzzerTestOneInput);
    }
}

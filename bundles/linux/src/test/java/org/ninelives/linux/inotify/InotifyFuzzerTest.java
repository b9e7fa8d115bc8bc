package org.ninelives.linux.inotify;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.fuzz.Corpus;
import org.ninelives.testkit.fuzz.Fuzzing;

/** Whatever is delivered is read or refused. */
class InotifyFuzzerTest {

    private static final Path CORPUS = Path.of("src/test/fuzz/InotifyFuzzer.hex");
    private static final int DAMAGED = 50_000;

    @Test
    void inputs() {
        Fuzzing.run(Corpus.read(CORPUS), DAMAGED, InotifyFuzzer::fuzzerTestOneInput);
    }
}

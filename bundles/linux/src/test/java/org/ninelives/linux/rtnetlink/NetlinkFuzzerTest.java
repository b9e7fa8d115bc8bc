package org.ninelives.linux.rtnetlink;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.fuzz.Corpus;
import org.ninelives.testkit.fuzz.Fuzzing;

/** Whatever a netlink socket delivers is read or refused. */
class NetlinkFuzzerTest {

    private static final Path CORPUS = Path.of("src/test/fuzz/NetlinkFuzzer.hex");
    private static final int DAMAGED = 50_000;

    @Test
    void datagrams() {
        Fuzzing.run(Corpus.read(CORPUS), DAMAGED, NetlinkFuzzer::fuzzerTestOneInput);
    }
}

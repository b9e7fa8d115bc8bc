package org.ninelives.notify.email.smtp;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.fuzz.Corpus;
import org.ninelives.testkit.fuzz.Fuzzing;

/** Nothing a server says throws, or keeps the client for ever. */
class SmtpReplyFuzzTest {

    private static final int DAMAGED = 1500;

    @Test
    void everyReplyLeadsToAnOutcome() {
        assertTimeoutPreemptively(
                Duration.ofMinutes(5),
                () ->
                        Fuzzing.run(
                                Corpus.read(Path.of("src/test/fuzz/SmtpReplyFuzzer.hex")),
                                DAMAGED,
                                SmtpReplyFuzzer::fuzzerTestOneInput));
    }
}

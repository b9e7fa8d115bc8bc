package org.ninelives.check.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.ninelives.api.check.CheckResult;

/** All that a server says in one connection, however wrong: there is a result with a reason. */
public final class SmtpAnswerFuzzer {

    private SmtpAnswerFuzzer() {}

    /** Entry of Jazzer. */
    public static void fuzzerTestOneInput(byte[] answers) {
        FakeProbe probe = new FakeProbe();
        probe.says(new String(answers, StandardCharsets.ISO_8859_1));
        CheckResult result = new SmtpMethod("fuzz").run(probe);
        if (!result.reason().matches("[ -~]{1,400}") || probe.open() != 0) {
            throw new IllegalStateException(Objects.toString(result));
        }
    }
}

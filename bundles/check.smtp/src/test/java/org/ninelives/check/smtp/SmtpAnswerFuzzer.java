package org.ninelives.check.smtp;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;

/** All that a server says in one connection, however wrong: there is a result with a reason. */
public final class SmtpAnswerFuzzer {

    private static final ConnectTarget TARGET = ConnectTarget.of(IpAddress.of("192.0.2.10"), 25);

    private SmtpAnswerFuzzer() {}

    /** Entry of Jazzer. */
    public static void fuzzerTestOneInput(byte[] answers) {
        CheckResult result =
                new Dialogue(
                                TARGET,
                                new ByteArrayInputStream(answers),
                                OutputStream.nullOutputStream(),
                                line -> {})
                        .hold("fuzz");
        if (!result.reason().matches("[ -~]{1,400}")) {
            throw new IllegalStateException(result.toString());
        }
    }
}

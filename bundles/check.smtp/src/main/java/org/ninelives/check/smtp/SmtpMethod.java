package org.ninelives.check.smtp;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.api.system.Connection;

/**
 * A short dialogue with a mail server.
 *
 * @param heloName what we call ourselves
 */
record SmtpMethod(String heloName) implements ProbeMethod {

    @Override
    public CheckResult run(Probe probe) {
        try (Connection connection = probe.connect()) {
            return new Dialogue(
                            probe.target(), connection.input(), connection.output(), probe::tell)
                    .hold(heloName);
        } catch (SocketTimeoutException e) {
            return CheckResult.failed("Connection timeout to server " + probe.target());
        } catch (IOException e) {
            return CheckResult.failed(
                    "Could not connect to server " + probe.target() + ": " + e.getMessage());
        }
    }
}

package org.ninelives.check.ping;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeMethod;

/** Asks for an echo. The reasons begin as the lines of keepalived's log. */
record PingMethod() implements ProbeMethod {

    /** As much as keepalived sends. */
    private static final int PAYLOAD_BYTES = 128;

    @Override
    public CheckResult run(Probe probe) {
        String connection = "ICMP connection to [" + probe.target().address() + "]";
        try {
            probe.echo(PAYLOAD_BYTES);
            return CheckResult.passed(connection + " success.");
        } catch (SocketTimeoutException e) {
            return CheckResult.failed(connection + " timeout.");
        } catch (IOException e) {
            return CheckResult.failed(connection + " failed. (" + e.getMessage() + ")");
        }
    }
}

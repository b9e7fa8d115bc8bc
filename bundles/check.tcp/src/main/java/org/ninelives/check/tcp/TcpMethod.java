package org.ninelives.check.tcp;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;

/** Connects and closes. The reasons are the lines of keepalived's log. */
record TcpMethod() implements ProbeMethod {

    @Override
    public CheckResult run(Probe probe) {
        ConnectTarget target = probe.target();
        String connection = "TCP connection to [" + target.address() + "]:tcp:" + target.port();
        try (Connection connected = probe.connect()) {
            if (probe.isWatched()) {
                probe.tell("connected to " + connected.target());
            }
            return CheckResult.passed(connection + " success.");
        } catch (SocketTimeoutException e) {
            return CheckResult.failed(connection + " timeout.");
        } catch (IOException e) {
            return CheckResult.failed(connection + " failed. (" + e.getMessage() + ")");
        }
    }
}

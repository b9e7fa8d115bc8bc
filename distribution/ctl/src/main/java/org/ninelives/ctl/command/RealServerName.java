package org.ninelives.ctl.command;

import java.io.IOException;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.ctl.access.UnknownObjectException;
import picocli.CommandLine.Parameters;

/** Two words that name a real server. */
final class RealServerName {

    @Parameters(
            index = "0",
            paramLabel = "VIRTUAL_SERVER",
            description = "such as 10.0.0.1:80, or as the log calls it")
    private String virtualServer;

    @Parameters(
            index = "1",
            paramLabel = "REAL_SERVER",
            description = "such as 192.168.0.2:80, or the address alone")
    private String realServer;

    RealServerMXBean find(Session session) throws IOException, UnknownObjectException {
        return session.finder().realServer(virtualServer, realServer);
    }
}

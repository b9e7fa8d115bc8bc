package org.ninelives.ctl.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.management.ObjectName;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.ctl.ExitStatus;
import org.ninelives.ctl.access.Connection;
import org.ninelives.ctl.access.UnknownObjectException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code servers}. */
@Command(
        name = "servers",
        description =
                "Shows real servers with weights, connections and checks; ends with 5 if one"
                        + " is down.")
public final class Servers extends Action {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "VIRTUAL_SERVER",
            description = "only those of this one")
    private String virtualServer = "";

    @Override
    int run(Session session) throws IOException, UnknownObjectException {
        String only =
                virtualServer.isEmpty() ? "" : session.finder().virtualServerName(virtualServer);
        List<RealServerStatus> servers = new ArrayList<>();
        for (ObjectName name : session.daemon().all("RealServer")) {
            if (only.isEmpty() || Connection.property(name, "virtualServer").equals(only)) {
                Gone.unless(() -> session.daemon().bean(RealServerMXBean.class, name).getStatus())
                        .ifPresent(servers::add);
            }
        }
        session.answer(servers, ServerText.of(servers));
        return servers.stream().anyMatch(server -> server.state().equals("DOWN"))
                ? ExitStatus.UNWELL
                : ExitStatus.DONE;
    }
}

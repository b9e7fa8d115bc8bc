package org.ninelives.ctl.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.ctl.ExitStatus;
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
        List<RealServerStatus> servers = new ArrayList<>();
        for (VirtualServerMXBean virtual : virtualServers(session)) {
            servers.addAll(virtual.getServers().values());
        }
        session.answer(servers, ServerText.of(servers));
        return servers.stream().anyMatch(server -> server.state().equals("DOWN"))
                ? ExitStatus.UNWELL
                : ExitStatus.DONE;
    }

    private List<VirtualServerMXBean> virtualServers(Session session)
            throws IOException, UnknownObjectException {
        if (!virtualServer.isEmpty()) {
            return List.of(session.finder().virtualServer(virtualServer));
        }
        return session.daemon().all("VirtualServer").stream()
                .map(name -> session.daemon().bean(VirtualServerMXBean.class, name))
                .toList();
    }
}

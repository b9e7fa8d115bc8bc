package org.ninelives.lvs.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.net.IpAddress;
import org.ninelives.lvs.engine.VirtualView;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;

/** Virtual servers as text, with keepalived's labels in its order. */
final class ServerText {

    private final List<String> lines = new ArrayList<>();
    private final VirtualServerSettings server;
    private final Optional<VirtualView> view;

    private ServerText(VirtualServerSettings server, Optional<VirtualView> view) {
        this.server = server;
        this.view = view;
    }

    /**
     * One virtual server and its real servers.
     *
     * @param view how it is now; empty while that is not known
     */
    static List<String> of(VirtualServerSettings server, Optional<VirtualView> view) {
        ServerText text = new ServerText(server, view);
        text.lines.add(" ------< Virtual server >------");
        text.lines.add(" " + text.title());
        server.services().stream().findFirst().ifPresent(text::service);
        text.quorum();
        server.realServers().forEach(text::realServer);
        return text.lines;
    }

    private String title() {
        if (server.group().isPresent()) {
            return "VS GROUP = " + server.name();
        }
        return server.services().stream()
                .findFirst()
                .map(
                        service ->
                                switch (service.key()) {
                                    case ServiceKey.Endpoint endpoint ->
                                            "VS VIP = "
                                                    + endpoint.address()
                                                    + ", VPORT = "
                                                    + endpoint.port();
                                    case ServiceKey.Mark mark -> "VS FWMARK = " + mark.mark();
                                })
                .orElse("VS = " + server.name());
    }

    private void service(IpvsService service) {
        boolean ipv4 = service.key().family() == IpAddress.Family.IPV4;
        say("Address family", ipv4 ? "inet" : "inet6");
        say("lvs_sched", service.scheduler());
        say("One packet scheduling", service.onePacket() ? "enabled" : "disabled");
        service.persistence()
                .map(Persistence::seconds)
                .ifPresent(seconds -> say("persistence timeout", seconds));
        say(
                "protocol",
                service.key() instanceof ServiceKey.Endpoint endpoint
                        ? endpoint.protocol().name()
                        : "none");
    }

    private void quorum() {
        sentence("alpha is " + on(server.alpha()));
        sentence("omega is " + on(server.omega()));
        say("quorum", server.quorum() + ", hysteresis = " + server.hysteresis());
        server.sorryServer().ifPresent(sorry -> say("sorry server", sorry.name()));
        view.ifPresent(
                now -> {
                    boolean up = now.status().state().equals("UP");
                    say("alive", now.status().inKernel() ? 1 : 0);
                    say("quorum_state_up", up ? 1 : 0);
                });
    }

    private void realServer(RealServerSettings real) {
        Optional<RealServerStatus> now = view.flatMap(found -> found.server(real.name()));
        int effective = now.map(RealServerStatus::effectiveWeight).orElse(real.weight());
        sentence("------< Real server >------");
        say(
                "RIP",
                real.address().address()
                        + ", RPORT = "
                        + port(real)
                        + ", WEIGHT = "
                        + real.weight()
                        + " EFF WEIGHT = "
                        + effective);
        say("forwarding method", real.address().words());
        say("connection limit range", real.lowerThreshold() + " -> " + real.upperThreshold());
        sentence("Inhibit on failure is " + on(real.inhibitOnFailure()));
        say("initial weight", real.weight());
        say("effective weight", effective);
        now.ifPresent(
                status -> {
                    say("alive", status.state().equals("UP") ? 1 : 0);
                    say("num failed checkers", failed(status));
                });
    }

    /** Where packets keep the port of their service, it is that. */
    private int port(RealServerSettings real) {
        return server.services().stream()
                .findFirst()
                .map(service -> real.address().destinationOf(service.key()).port())
                .orElse(0);
    }

    private static long failed(RealServerStatus status) {
        return status.checks().stream().filter(check -> check.verdict().equals("FAILED")).count();
    }

    private void say(String label, Object value) {
        sentence(label + " = " + value);
    }

    private void sentence(String text) {
        lines.add("   " + text);
    }

    private static String on(boolean value) {
        return value ? "ON" : "OFF";
    }
}

package org.ninelives.lvs.internal;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.dump.DumpText;
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

    private final DumpText text = new DumpText();
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
        ServerText one = new ServerText(server, view);
        one.text.title("------< Virtual server >------");
        one.text.title(one.title());
        server.services().stream().findFirst().ifPresent(one::service);
        one.quorum();
        server.realServers().forEach(one::realServer);
        return one.text.lines();
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
        text.say("Address family", ipv4 ? "inet" : "inet6");
        text.say("lvs_sched", service.scheduler());
        text.say("One packet scheduling", service.onePacket() ? "enabled" : "disabled");
        service.persistence()
                .map(Persistence::seconds)
                .ifPresent(seconds -> text.say("persistence timeout", seconds));
        text.say(
                "protocol",
                service.key() instanceof ServiceKey.Endpoint endpoint
                        ? endpoint.protocol().name()
                        : "none");
    }

    private void quorum() {
        text.sentence("alpha is " + on(server.alpha()));
        text.sentence("omega is " + on(server.omega()));
        text.say("quorum", server.quorum() + ", hysteresis = " + server.hysteresis());
        server.sorryServer().ifPresent(sorry -> text.say("sorry server", sorry.name()));
        view.ifPresent(
                now -> {
                    boolean up = now.status().state().equals("UP");
                    text.say("alive", now.status().inKernel() ? 1 : 0);
                    text.say("quorum_state_up", up ? 1 : 0);
                });
    }

    private void realServer(RealServerSettings real) {
        Optional<RealServerStatus> now = view.flatMap(found -> found.server(real.name()));
        int effective = now.map(RealServerStatus::effectiveWeight).orElse(real.weight());
        text.sentence("------< Real server >------");
        text.say(
                "RIP",
                real.address().address()
                        + ", RPORT = "
                        + port(real)
                        + ", WEIGHT = "
                        + real.weight()
                        + " EFF WEIGHT = "
                        + effective);
        text.say("forwarding method", real.address().words());
        text.say("connection limit range", real.lowerThreshold() + " -> " + real.upperThreshold());
        text.sentence("Inhibit on failure is " + on(real.inhibitOnFailure()));
        text.say("initial weight", real.weight());
        text.say("effective weight", effective);
        now.ifPresent(
                status -> {
                    text.say("alive", status.state().equals("UP") ? 1 : 0);
                    text.say("num failed checkers", failed(status));
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

    private static String on(boolean value) {
        return value ? "ON" : "OFF";
    }
}

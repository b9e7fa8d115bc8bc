package org.ninelives.lvs.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.management.ForwardingDetails;
import org.ninelives.api.management.RealServerDetails;
import org.ninelives.api.management.ServerChecksDetails;
import org.ninelives.api.management.VirtualServerDetails;
import org.ninelives.api.script.Script;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.SorryServerSettings;
import org.ninelives.lvs.settings.UsualCheck;
import org.ninelives.lvs.settings.VirtualServerSettings;

/** What a configuration says of a virtual server or a real server, for its bean. */
final class ServerDetails {

    private ServerDetails() {}

    /** What tells a virtual server from others; empty or 0 where it has none. */
    private record Identity(long fwmark, String address, int port, String protocol) {

        static Identity of(VirtualServerSettings settings) {
            ServiceKey key = settings.services().getFirst().key();
            boolean single = settings.group().isEmpty();
            return switch (key) {
                case ServiceKey.Endpoint endpoint ->
                        new Identity(
                                0,
                                single ? endpoint.address().toString() : "",
                                single ? endpoint.port() : 0,
                                endpoint.protocol().name());
                case ServiceKey.Mark mark -> new Identity(single ? mark.mark() : 0, "", 0, "");
            };
        }
    }

    static VirtualServerDetails of(VirtualServerSettings settings) {
        IpvsService service = settings.services().getFirst();
        Identity identity = Identity.of(settings);
        return new VirtualServerDetails(
                settings.snmpName().orElse(""),
                settings.group().orElse(""),
                identity.fwmark(),
                identity.address(),
                identity.port(),
                service.key().family().label(),
                identity.protocol(),
                service.scheduler(),
                service.flags().stream().sorted().map(Enum::name).toList(),
                of(settings.defaults().forwarding()),
                service.persistence().map(Persistence::seconds).orElse(0),
                service.persistence()
                        .map(Persistence::prefixLength)
                        .orElseGet(() -> service.key().family().bits()),
                service.onePacket(),
                settings.haSuspend(),
                settings.omega(),
                settings.defaults().inhibitOnFailure(),
                settings.defaults().weight(),
                settings.smtpAlert().orElse(false),
                command(settings.quorumUp()),
                command(settings.quorumDown()),
                of(settings.defaults().check()),
                settings.sorryServer().map(sorry -> ofSorry(sorry, service.key())).stream()
                        .toList());
    }

    private static RealServerDetails ofSorry(SorryServerSettings sorry, ServiceKey service) {
        RealServerDetails details = of(sorry.asRealServer(), service, ServerChecksDetails.none());
        return new RealServerDetails(
                details.snmpName(),
                details.address(),
                details.port(),
                details.forwarding(),
                0,
                0,
                sorry.inhibit(),
                "",
                "",
                false,
                details.checks());
    }

    /** A real server; gone if the virtual server has none of that name. */
    static RealServerDetails of(VirtualServerSettings virtual, String name) {
        ServiceKey service = virtual.services().getFirst().key();
        return virtual.realServers().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .map(server -> of(server, service, of(server.usualCheck())))
                .orElseGet(RealServerDetails::gone);
    }

    private static RealServerDetails of(
            RealServerSettings server, ServiceKey service, ServerChecksDetails checks) {
        return new RealServerDetails(
                server.snmpName().orElse(""),
                server.address().address().toString(),
                server.address().destinationOf(service).port(),
                of(server.address().forwarding()),
                server.upperThreshold(),
                server.lowerThreshold(),
                server.inhibitOnFailure(),
                command(server.notifyUp()),
                command(server.notifyDown()),
                server.smtpAlert().orElse(true),
                checks);
    }

    private static ForwardingDetails of(Forwarding forwarding) {
        if (forwarding.method() != Forwarding.Method.TUNNEL) {
            return new ForwardingDetails(forwarding.method().name(), "", 0, "");
        }
        Forwarding.Tunnel tunnel =
                forwarding
                        .tunnel()
                        .orElse(
                                new Forwarding.Tunnel(
                                        Forwarding.TunnelType.IPIP, 0, Forwarding.Checksum.NONE));
        return new ForwardingDetails(
                forwarding.method().name(),
                tunnel.type().name(),
                tunnel.port(),
                tunnel.checksum().name());
    }

    private static ServerChecksDetails of(UsualCheck check) {
        return new ServerChecksDetails(
                check.virtualHost().orElse(""),
                check.alpha(),
                micros(check.delayLoop()),
                check.retry(),
                micros(check.delayBeforeRetry()),
                micros(check.warmup()),
                micros(check.connectTimeout()));
    }

    private static long micros(Duration duration) {
        return TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
    }

    /** Each word in quotes; empty for none. */
    private static String command(Optional<Script> script) {
        return script.map(Script::words)
                .filter(words -> !words.isEmpty())
                .map(words -> "'" + String.join("' '", List.copyOf(words)) + "'")
                .orElse("");
    }
}

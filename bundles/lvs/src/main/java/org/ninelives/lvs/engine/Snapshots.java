package org.ninelives.lvs.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.ninelives.api.check.CheckStanding;
import org.ninelives.api.ipvs.DestinationEntry;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.management.CheckStatus;
import org.ninelives.api.management.IpvsStatus;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.VirtualServerStatus;
import org.ninelives.lvs.core.Drain;
import org.ninelives.lvs.core.Explanation;
import org.ninelives.lvs.core.RealServer;
import org.ninelives.lvs.core.VirtualServer;

/** Servers at one moment, as records that may leave the loop's thread. */
final class Snapshots {

    static final IpvsStatus NO_IPVS =
            new IpvsStatus(false, "", "nothing is balanced", 0, 0, 0, "", 0);

    private static final long UNKNOWN = -1;

    private Snapshots() {}

    static VirtualServerStatus of(
            VirtualServer server, boolean suspended, List<OverrideStatus> overrides) {
        return new VirtualServerStatus(
                server.name(),
                Explanation.state(server),
                server.settings().services().stream()
                        .map(IpvsService::key)
                        .map(Object::toString)
                        .toList(),
                server.isPresent(),
                suspended,
                server.isSorry(),
                server.settings().quorum(),
                server.settings().hysteresis(),
                server.liveWeight(),
                (int) server.servers().stream().filter(RealServer::isAlive).count(),
                server.servers().stream().map(RealServer::name).toList(),
                server.draining().stream()
                        .map(RealServer::name)
                        .filter(name -> server.server(name).isEmpty())
                        .toList(),
                overrides);
    }

    /**
     * A real server.
     *
     * @param kernel what it is in the kernel
     * @param available whether that could be read
     */
    static RealServerStatus of(
            long nowNanos,
            VirtualServer virtual,
            RealServer server,
            Collection<DestinationEntry> kernel,
            boolean available,
            List<OverrideStatus> overrides) {
        return new RealServerStatus(
                virtual.name(),
                server.name(),
                Explanation.state(server),
                Explanation.reason(server),
                server.settings().weight(),
                server.weight(),
                server.isWeightOverridden(),
                available ? sum(kernel, DestinationEntry::activeConnections) : UNKNOWN,
                available ? sum(kernel, DestinationEntry::inactiveConnections) : UNKNOWN,
                server.drain().map(drain -> seconds(nowNanos - drain.sinceNanos())).orElse(0L),
                server.drain().map(drain -> secondsLeft(nowNanos, drain)).orElse(UNKNOWN),
                checks(server),
                overrides);
    }

    /** A virtual server that is not configured any more, for whoever still holds its bean. */
    static VirtualServerStatus gone(String name) {
        return new VirtualServerStatus(
                name, "DOWN", List.of(), false, false, false, 0, 0, 0, 0, List.of(), List.of(),
                List.of());
    }

    /** The same for a real server. */
    static RealServerStatus gone(String virtualServer, String name) {
        return new RealServerStatus(
                virtualServer,
                name,
                "DOWN",
                "it is not configured any more",
                0,
                0,
                false,
                UNKNOWN,
                UNKNOWN,
                0,
                UNKNOWN,
                List.of(),
                List.of());
    }

    private static long secondsLeft(long nowNanos, Drain drain) {
        return drain.deadlineNanos() == VirtualServer.NEVER
                ? UNKNOWN
                : seconds(Math.max(0, drain.deadlineNanos() - nowNanos));
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos);
    }

    private static long sum(
            Collection<DestinationEntry> entries, ToLongFunction<DestinationEntry> count) {
        return entries.stream().mapToLong(count).sum();
    }

    private static List<CheckStatus> checks(RealServer server) {
        List<CheckStatus> checks = new ArrayList<>();
        for (int number = 0; number < server.standings().size(); number++) {
            CheckStanding standing = server.standings().get(number);
            checks.add(
                    new CheckStatus(
                            server.settings().checks().get(number).keyword(),
                            standing.verdict().name(),
                            standing.reason()));
        }
        return checks;
    }

    static IpvsStatus of(KernelLink link, KernelTable table) {
        return new IpvsStatus(
                link.isOpen(),
                link.version(),
                link.problem(),
                table.known().size(),
                table.known().values().stream()
                        .mapToInt(service -> service.destinations().size())
                        .sum(),
                table.refusals().services().size(),
                table.refusals().last(),
                table.repaired());
    }
}

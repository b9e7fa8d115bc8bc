package org.ninelives.lvs.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.ServerAddress;
import org.ninelives.lvs.settings.ServerDefaults;
import org.ninelives.lvs.settings.SorryServerSettings;
import org.ninelives.lvs.settings.UsualCheck;
import org.ninelives.lvs.settings.VirtualServerSettings;

/** A virtual server for tests: {@code [10.0.0.1]:tcp:80} with what is said about it. */
public final class Sample {

    private String address = "10.0.0.1";
    private int port = 80;
    private int addresses = 1;
    private Optional<String> group = Optional.empty();
    private String scheduler = "wlc";
    private long quorum = 1;
    private long hysteresis;
    private boolean omega;
    private boolean haSuspend;
    private Optional<SorryServerSettings> sorry = Optional.empty();
    private Optional<String> follows = Optional.empty();
    private Duration drainTimeout = Duration.ZERO;
    private final List<RealServerSettings> servers = new ArrayList<>();

    public static Sample virtualServer() {
        return new Sample();
    }

    public Sample at(String other, int otherPort) {
        address = other;
        port = otherPort;
        return this;
    }

    /** As a group of addresses that follow one another. */
    public Sample addresses(int count) {
        addresses = count;
        return this;
    }

    /** Named so in the configuration. */
    public Sample group(String name) {
        group = Optional.of(name);
        return this;
    }

    public Sample scheduler(String other) {
        scheduler = other;
        return this;
    }

    public Sample quorum(long needed, long slack) {
        quorum = needed;
        hysteresis = slack;
        return this;
    }

    public Sample omega() {
        omega = true;
        return this;
    }

    public Sample haSuspend() {
        haSuspend = true;
        return this;
    }

    public Sample sorry(String server, boolean inhibit) {
        sorry =
                Optional.of(
                        new SorryServerSettings(
                                "[" + server + "]:tcp:80", addressOf(server), inhibit));
        return this;
    }

    public Sample follows(String router) {
        follows = Optional.of(router);
        return this;
    }

    public Sample drainTimeout(Duration timeout) {
        drainTimeout = timeout;
        return this;
    }

    /** A server with a weight and one check. */
    public Sample server(String server, int weight) {
        return server(server, weight, false, List.of(check("TCP_CHECK", false)));
    }

    public Sample server(String server, int weight, boolean inhibits, List<Check> checks) {
        return server(server, weight, inhibits, checks, List.of());
    }

    public Sample server(
            String server,
            int weight,
            boolean inhibits,
            List<Check> checks,
            List<String> unknownCheckers) {
        servers.add(
                new RealServerSettings(
                        "[" + server + "]:tcp:80",
                        addressOf(server),
                        weight,
                        0,
                        0,
                        inhibits,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        UsualCheck.DEFAULT,
                        checks,
                        unknownCheckers));
        return this;
    }

    public static ServerAddress addressOf(String server) {
        return new ServerAddress(IpAddress.of(server), OptionalInt.of(80), Forwarding.MASQUERADING);
    }

    public static Check check(String keyword, boolean alpha) {
        CheckSchedule schedule =
                new CheckSchedule(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        0,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        1);
        ConnectTarget target =
                new ConnectTarget(
                        IpAddress.of("127.0.0.1"), 80, Optional.empty(), 0, Optional.empty(), 0);
        return new Check.Probed(keyword, new Unused(), target, schedule, alpha, false);
    }

    private record Unused() implements ProbeMethod {

        @Override
        public CheckResult run(Probe probe) {
            throw new UnsupportedOperationException();
        }
    }

    public static ServiceKey.Endpoint key(String address, int port) {
        return new ServiceKey.Endpoint(TransportProtocol.TCP, IpAddress.of(address), port);
    }

    public VirtualServerSettings settings() {
        List<IpvsService> services = new ArrayList<>();
        for (int number = 0; number < addresses; number++) {
            String each =
                    number == 0
                            ? address
                            : address.substring(0, address.lastIndexOf('.') + 1) + (number + 1);
            services.add(
                    new IpvsService(key(each, port), scheduler, Set.of(), Optional.empty(), false));
        }
        return new VirtualServerSettings(
                "[" + address + "]:tcp:" + port,
                address + ":" + port,
                group,
                services,
                quorum,
                hysteresis,
                false,
                omega,
                haSuspend,
                sorry,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                follows,
                drainTimeout,
                ServerDefaults.DEFAULT,
                servers);
    }
}

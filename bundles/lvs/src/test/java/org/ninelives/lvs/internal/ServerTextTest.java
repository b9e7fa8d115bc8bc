package org.ninelives.lvs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.ServerAddress;
import org.ninelives.lvs.settings.ServerDefaults;
import org.ninelives.lvs.settings.UsualCheck;
import org.ninelives.lvs.settings.VirtualServerSettings;

class ServerTextTest {

    @Test
    void aServerIsToldWithKeepalivedsLabels() {
        assertThat(ServerText.of(server(), Optional.empty()))
                .containsExactly(
                        " ------< Virtual server >------",
                        " VS VIP = 10.0.0.1, VPORT = 80",
                        "   Address family = inet",
                        "   lvs_sched = wrr",
                        "   One packet scheduling = disabled",
                        "   persistence timeout = 50",
                        "   protocol = TCP",
                        "   alpha is ON",
                        "   omega is OFF",
                        "   quorum = 2, hysteresis = 1",
                        "   ------< Real server >------",
                        "   RIP = 10.0.0.2, RPORT = 80, WEIGHT = 3 EFF WEIGHT = 3",
                        "   forwarding method = DR",
                        "   connection limit range = 5 -> 10",
                        "   Inhibit on failure is ON",
                        "   initial weight = 3",
                        "   effective weight = 3");
    }

    private static VirtualServerSettings server() {
        IpvsService service =
                new IpvsService(
                        new ServiceKey.Endpoint(
                                TransportProtocol.TCP, IpAddress.of("10.0.0.1"), 80),
                        "wrr",
                        Set.of(),
                        Optional.of(new Persistence(50, 32, Optional.empty())),
                        false);
        RealServerSettings real =
                new RealServerSettings(
                        "[10.0.0.2]:tcp:80",
                        new ServerAddress(
                                IpAddress.of("10.0.0.2"),
                                OptionalInt.empty(),
                                Forwarding.DIRECT_ROUTING),
                        3,
                        10,
                        5,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        UsualCheck.DEFAULT,
                        List.of(),
                        List.of());
        return new VirtualServerSettings(
                "[10.0.0.1]:tcp:80",
                "10.0.0.1:80",
                Optional.empty(),
                List.of(service),
                2,
                1,
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                ServerDefaults.DEFAULT,
                List.of(real));
    }
}

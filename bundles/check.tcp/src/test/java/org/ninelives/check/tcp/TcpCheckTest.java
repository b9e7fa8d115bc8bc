package org.ninelives.check.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.testkit.network.CheckText;

class TcpCheckTest {

    private final TcpCheck type = new TcpCheck();

    @Test
    void anEmptyBlockChecksTheRealServerEachMinute() {
        CheckText text = CheckText.read(type, "");
        assertThat(text.problems()).isEmpty();
        assertThat(text.checks())
                .containsExactly(
                        new Check.Probed(
                                "TCP_CHECK",
                                new TcpMethod(),
                                ConnectTarget.of(CheckText.SERVER.address(), 80),
                                new CheckSchedule(
                                        Duration.ofSeconds(60),
                                        Duration.ofSeconds(60),
                                        1,
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(60),
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(5),
                                        1),
                                false,
                                false));
    }

    @Test
    void everyKeywordIsHeard() {
        CheckText text =
                CheckText.read(
                        type,
                        """
                        connect_ip 10.0.0.7
                        connect_port 8080
                        bindto 10.0.0.9
                        bind_port 4711
                        bind_if eth0
                        connect_timeout 2.5
                        check_timeout 7
                        fwmark 255
                        retry 4
                        delay_before_retry 3
                        warmup 0
                        delay_loop 10
                        alpha
                        log_all_failures
                        rise 2
                        """);
        assertThat(text.problems()).isEmpty();
        assertThat(text.checks())
                .containsExactly(
                        new Check.Probed(
                                "TCP_CHECK",
                                new TcpMethod(),
                                new ConnectTarget(
                                        IpAddress.of("10.0.0.7"),
                                        8080,
                                        Optional.of(IpAddress.of("10.0.0.9")),
                                        4711,
                                        Optional.of(new InterfaceName("eth0")),
                                        255),
                                new CheckSchedule(
                                        Duration.ofSeconds(10),
                                        Duration.ofSeconds(10),
                                        4,
                                        Duration.ofSeconds(3),
                                        Duration.ZERO,
                                        Duration.ofMillis(2500),
                                        Duration.ofSeconds(7),
                                        2),
                                true,
                                true));
    }

    @Test
    void whatTheServerSaysHoldsUnlessTheBlockSaysOtherwise() {
        CheckedServer server =
                new CheckedServer(
                        IpAddress.of("fd00::1"),
                        443,
                        Optional.of(Duration.ofSeconds(6)),
                        Optional.of(9L),
                        Optional.of(Duration.ofSeconds(2)),
                        Optional.of(Duration.ofSeconds(1)),
                        Optional.of(Duration.ofSeconds(3)),
                        true,
                        true,
                        Optional.empty());
        Check.Probed inherited = CheckText.read(type, "", server, "").probed();
        assertThat(inherited.target()).isEqualTo(ConnectTarget.of(server.address(), 443));
        assertThat(inherited.schedule().retry()).isEqualTo(9);
        assertThat(inherited.alpha()).isTrue();
        Check.Probed own = CheckText.read(type, "retry 0\nalpha off", server, "").probed();
        assertThat(own.schedule().retry()).isZero();
        assertThat(own.alpha()).isFalse();
    }

    @Test
    void badValuesAreToldWithTheirLineAndWhatIsAllowed() {
        assertThat(
                        CheckText.read(
                                        type,
                                        """
                                        connect_ip server.example
                                        connect_port 65536
                                        bind_if too-long-a-name-for-linux
                                        connect_timeout 0
                                        fwmark -1
                                        connect_prot 80
                                        bindto fd00::9
                                        """)
                                .problems())
                .satisfiesExactly(
                        problem -> assertThat(problem).contains(":2:", "server.example"),
                        problem -> assertThat(problem).contains(":3:", "65536", "1..65535"),
                        problem -> assertThat(problem).contains(":4:", "interface name"),
                        problem -> assertThat(problem).contains(":5:", "connect_timeout"),
                        problem -> assertThat(problem).contains(":6:", "fwmark", "4294967295"),
                        problem -> assertThat(problem).contains(":7:", "connect_port"),
                        problem -> assertThat(problem).contains(":8:", "fd00::9", "family"));
    }
}

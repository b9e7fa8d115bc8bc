package org.ninelives.check.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.testkit.network.FakeNetworks;
import org.ninelives.testkit.network.Misbehaviour;
import org.ninelives.testkit.network.TestProbe;

class TcpMethodTest {

    private static final ConnectTarget TARGET = ConnectTarget.of(IpAddress.of("10.0.0.1"), 80);

    private final FakeNetworks networks = new FakeNetworks();

    private CheckResult look() {
        CheckResult result = new TcpMethod().run(new TestProbe(networks, TARGET));
        assertThat(networks.open()).isZero();
        return result;
    }

    @Test
    void anAcceptedConnectionPasses() {
        networks.serve("10.0.0.1", 80, Misbehaviour.neverAnswers());
        assertThat(look())
                .isEqualTo(CheckResult.passed("TCP connection to [10.0.0.1]:tcp:80 success."));
    }

    @Test
    void aServerThatClosesOrResetsAtOnceHasAccepted() {
        networks.serve("10.0.0.1", 80, Misbehaviour.closesAtOnce());
        assertThat(look().passed()).isTrue();
        networks.serve("10.0.0.1", 80, Misbehaviour.resetsAfter(""));
        assertThat(look().passed()).isTrue();
    }

    @Test
    void aRefusedConnectionFails() {
        networks.host("10.0.0.1");
        assertThat(look())
                .isEqualTo(
                        CheckResult.failed(
                                "TCP connection to [10.0.0.1]:tcp:80 failed. (connection to"
                                        + " [10.0.0.1]:80 refused)"));
    }

    @Test
    void noRouteFails() {
        assertThat(look().reason())
                .isEqualTo(
                        "TCP connection to [10.0.0.1]:tcp:80 failed. (no route to host"
                                + " [10.0.0.1]:80)");
    }

    @Test
    void silenceFailsByTimeout() {
        networks.silence("10.0.0.1");
        assertThat(look())
                .isEqualTo(CheckResult.failed("TCP connection to [10.0.0.1]:tcp:80 timeout."));
    }

    @Test
    void aSourceThatIsNotOursFailsAndSaysSo() {
        networks.host("10.0.0.1");
        networks.disown("10.0.0.9");
        ConnectTarget target =
                new ConnectTarget(
                        IpAddress.of("10.0.0.1"),
                        80,
                        Optional.of(IpAddress.of("10.0.0.9")),
                        0,
                        Optional.empty(),
                        0);
        assertThat(new TcpMethod().run(new TestProbe(networks, target)).reason())
                .contains("bindto 10.0.0.9 is not an address of this host");
    }
}

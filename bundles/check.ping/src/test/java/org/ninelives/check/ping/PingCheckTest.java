package org.ninelives.check.ping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.testkit.network.CheckText;
import org.ninelives.testkit.network.FakeNetworks;
import org.ninelives.testkit.network.TestProbe;

class PingCheckTest {

    private static final ConnectTarget TARGET = ConnectTarget.of(IpAddress.of("10.0.0.1"), 0);

    private final PingCheck type = new PingCheck();
    private final FakeNetworks networks = new FakeNetworks();

    private CheckResult look() {
        return new PingMethod().run(new TestProbe(networks, TARGET));
    }

    @Test
    void theKeywordsOfConnectingAreHeard() {
        CheckText text =
                CheckText.read(
                        type,
                        "connect_ip fe80::1\nbind_if eth0\nbindto fe80::9\nfwmark 7\nretry 3");
        assertThat(text.problems()).isEmpty();
        Check.Probed check = text.probed();
        assertThat(check.keyword()).isEqualTo("PING_CHECK");
        assertThat(check.method()).isEqualTo(new PingMethod());
        assertThat(check.schedule().retry()).isEqualTo(3);
        assertThat(check.target())
                .isEqualTo(
                        new ConnectTarget(
                                IpAddress.of("fe80::1"),
                                CheckText.SERVER.port(),
                                Optional.of(IpAddress.of("fe80::9")),
                                0,
                                Optional.of(new InterfaceName("eth0")),
                                7));
    }

    @Test
    void aKeywordOfAnotherCheckerIsToldOf() {
        assertThat(CheckText.read(type, "require_reply").problems())
                .singleElement()
                .asString()
                .contains(":2:", "require_reply");
    }

    @Test
    void anAnswerPasses() {
        networks.host("10.0.0.1");
        assertThat(look()).isEqualTo(CheckResult.passed("ICMP connection to [10.0.0.1] success."));
    }

    @Test
    void silenceFailsByTimeout() {
        networks.silence("10.0.0.1");
        assertThat(look()).isEqualTo(CheckResult.failed("ICMP connection to [10.0.0.1] timeout."));
    }

    @Test
    void noRouteFails() {
        assertThat(look().passed()).isFalse();
        assertThat(look().reason())
                .startsWith("ICMP connection to [10.0.0.1] failed. (")
                .contains("no route");
    }
}

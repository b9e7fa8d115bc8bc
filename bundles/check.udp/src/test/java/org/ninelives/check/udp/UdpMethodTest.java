package org.ninelives.check.udp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.testkit.network.FakeNetworks;
import org.ninelives.testkit.network.TestProbe;

class UdpMethodTest {

    private static final ConnectTarget TARGET = ConnectTarget.of(IpAddress.of("10.0.0.1"), 53);

    private final FakeNetworks networks = new FakeNetworks();
    private final TestProbe probe = new TestProbe(networks, TARGET);

    private CheckResult look(Optional<ReplyRule> required) {
        CheckResult result = new UdpMethod("70696e67", required).run(probe);
        assertThat(networks.open()).isZero();
        return result;
    }

    private static Optional<ReplyRule> ok() {
        return Optional.of(new ReplyRule(HexPattern.of("6f6b"), 2, 4));
    }

    private void answer(String text) {
        networks.answer("10.0.0.1", 53, sent -> List.of(text.getBytes(UTF_8)));
    }

    @Test
    void thePayloadIsSent() {
        List<String> heard = new ArrayList<>();
        networks.answer(
                "10.0.0.1",
                53,
                sent -> {
                    heard.add(new String(sent, UTF_8));
                    return List.of();
                });
        look(Optional.empty());
        assertThat(heard).containsExactly("ping");
    }

    @Test
    void silenceIsGoodUnlessAReplyIsRequired() {
        networks.answer("10.0.0.1", 53, sent -> List.of());
        assertThat(look(Optional.empty()))
                .isEqualTo(CheckResult.passed("UDP connection to [10.0.0.1]:udp:53 success."));
        assertThat(look(Optional.of(ReplyRule.ANY)))
                .isEqualTo(
                        CheckResult.failed(
                                "UDP connection to [10.0.0.1]:udp:53 failed. (no reply in time)"));
    }

    @Test
    void aRefusedPortIsBad() {
        networks.host("10.0.0.1");
        CheckResult result = look(Optional.empty());
        assertThat(result.passed()).isFalse();
        assertThat(result.reason())
                .startsWith("UDP connection to [10.0.0.1]:udp:53 failed. (")
                .contains("refused");
    }

    @Test
    void anyReplyIsGoodWhereNoneIsRequired() {
        answer("whatever");
        assertThat(look(Optional.empty()).passed()).isTrue();
        assertThat(probe.steps()).containsExactly("8 bytes: 7768617465766572");
    }

    @Test
    void aReplyAsRequiredIsGood() {
        answer("ok!");
        assertThat(look(ok()).passed()).isTrue();
    }

    @Test
    void anotherReplyIsBad() {
        answer("no!");
        assertThat(look(ok()))
                .isEqualTo(
                        CheckResult.failed(
                                "UDP check to [10.0.0.1]:udp:53 reply data mismatch. (it does not"
                                        + " begin with 6f6b)"));
    }

    @Test
    void aReplyOfAnotherLengthIsBad() {
        answer("o");
        assertThat(look(ok()).reason()).contains("mismatch. (1 bytes are not in 2..4)");
        answer("okokok");
        assertThat(look(ok()).reason()).contains("mismatch. (6 bytes are not in 2..4)");
    }

    @Test
    void aLongPatternIsComparedWhole() {
        byte[] long64 = new byte[64];
        networks.answer("10.0.0.1", 53, sent -> List.of(long64));
        String zeros = HexFormat.of().formatHex(long64);
        assertThat(look(Optional.of(new ReplyRule(HexPattern.of(zeros), 0, 255))).passed())
                .isTrue();
        String lastIsOne = zeros.substring(0, zeros.length() - 1) + "1";
        assertThat(look(Optional.of(new ReplyRule(HexPattern.of(lastIsOne), 0, 255))).passed())
                .isFalse();
    }

    @Test
    void aSourceThatIsNotOursFailsAndSaysSo() {
        networks.disown("10.0.0.9");
        ConnectTarget target =
                new ConnectTarget(
                        IpAddress.of("10.0.0.1"),
                        53,
                        Optional.of(IpAddress.of("10.0.0.9")),
                        0,
                        Optional.empty(),
                        0);
        CheckResult result =
                new UdpMethod("00", Optional.empty()).run(new TestProbe(networks, target));
        assertThat(result.passed()).isFalse();
        assertThat(result.reason()).contains("10.0.0.9");
    }
}

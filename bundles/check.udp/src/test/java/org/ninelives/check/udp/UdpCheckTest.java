package org.ninelives.check.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.Check;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.testkit.network.CheckText;

class UdpCheckTest {

    private final UdpCheck type = new UdpCheck();

    private UdpMethod method(String block) {
        CheckText text = CheckText.read(type, block);
        assertThat(text.problems()).isEmpty();
        return (UdpMethod) text.probed().method();
    }

    @Test
    void anEmptyBlockSends32BytesAndRequiresNoReply() {
        Check.Probed check = CheckText.read(type, "").probed();
        assertThat(check.keyword()).isEqualTo("UDP_CHECK");
        assertThat(check.target())
                .isEqualTo(ConnectTarget.of(CheckText.SERVER.address(), CheckText.SERVER.port()));
        UdpMethod method = (UdpMethod) check.method();
        assertThat(method.payload()).hasSize(2 * 32);
        assertThat(method.required()).isEmpty();
    }

    @Test
    void thePayloadIsWhatIsWritten() {
        assertThat(method("payload 00 Ff\tA0").payload()).isEqualTo("00ffa0");
    }

    @Test
    void aBareRequireReplyTakesAnyReply() {
        assertThat(method("require_reply").required()).contains(ReplyRule.ANY);
    }

    @Test
    void digitsBringTheUsualLengthsAlong() {
        assertThat(method("require_reply 6f 6B xx").required())
                .contains(new ReplyRule(HexPattern.of("6f6bxx"), 0, 255));
    }

    @Test
    void lengthsCountWithoutDigitsWhenWritten() {
        assertThat(method("require_reply\nmin_reply_length 5").required())
                .contains(new ReplyRule(HexPattern.ANY, 5, 255));
        assertThat(method("require_reply\nmax_reply_length 65535").required())
                .contains(new ReplyRule(HexPattern.ANY, 0, 65535));
        assertThat(method("min_reply_length 5").required()).isEmpty();
    }

    @Test
    void badDigitsStillRequireAReply() {
        CheckText text = CheckText.read(type, "require_reply zz");
        assertThat(text.problems())
                .singleElement()
                .asString()
                .contains(":2:", "require_reply", "'zz'", "any reply will do");
        assertThat(((UdpMethod) text.probed().method()).required())
                .isEqualTo(Optional.of(ReplyRule.ANY));
    }

    @Test
    void badValuesAreToldWithTheirLine() {
        assertThat(
                        CheckText.read(
                                        type,
                                        """
                                        payload 6g
                                        payload
                                        min_reply_length 65536
                                        max_reply_length -1
                                        """)
                                .problems())
                .satisfiesExactly(
                        problem -> assertThat(problem).contains(":2:", "hexadecimal"),
                        problem -> assertThat(problem).contains(":3:", "payload"),
                        problem -> assertThat(problem).contains(":4:", "0..65535"),
                        problem -> assertThat(problem).contains(":5:", "0..65535"));
    }

    @Test
    void lengthsThatNoReplyCanHaveAreToldOf() {
        assertThat(CheckText.read(type, "min_reply_length 256").problems())
                .singleElement()
                .asString()
                .contains("256 is more than max_reply_length 255", "always fail");
    }
}
